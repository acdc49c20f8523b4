using System.Diagnostics;

namespace RbcBot.Bot;

/// <summary>The named steps of a turn, in their order, and behind them those of an erasure.</summary>
enum Step
{
    Received, Accepting, Acknowledging, Deciding, Decided, Committing, Flushed, Sending, Delivered, Marked,

    /// <summary>Her rows are about to go, in one transaction.</summary>
    Erasing,

    /// <summary>They are gone.</summary>
    Erased,

    /// <summary>The list beside the master key has her.</summary>
    Listed,

    /// <summary>Her files are gone.</summary>
    Unfiled,

    /// <summary>The last message is gone.</summary>
    Swept,

    /// <summary>The row of the erasure tells no more who it was.</summary>
    Forgotten,

    /// <summary>Between the parts of letting go of what was before.</summary>
    LettingGo,

    /// <summary>What was before is let go.</summary>
    LetGo,

    /// <summary>The audit trail has it.</summary>
    Noted,

    /// <summary>It is done.</summary>
    Ended,
}

/// <summary>Where a fault test can end the process as a power cut would: RBCBOT_KILL_AT=step:count kills it the count-th time it comes by. Unset, it is one look at a field.</summary>
static class Steps
{
    static readonly Deadfall? Wanted = Deadfall.Of(Environment.GetEnvironmentVariable("RBCBOT_KILL_AT"));

    public static void At(Step step) => Wanted?.Pass(step);

    sealed class Deadfall(Step wanted, int count)
    {
        int passed;

        public static Deadfall? Of(string? written) =>
            written?.Split(':') is [var step, var count] && Enum.TryParse<Step>(step, ignoreCase: true, out var wanted) && int.TryParse(count, out var times)
                ? new Deadfall(wanted, times)
                : null;

        public void Pass(Step step)
        {
            if (step != wanted || Interlocked.Increment(ref passed) < count)
                return;
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite); // the signal is on its way: nothing more may happen on this thread
        }
    }
}
