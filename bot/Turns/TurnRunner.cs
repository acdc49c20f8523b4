using RbcBot.Bot.Observing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Turns;

/// <summary>One turn: load, decide, commit.</summary>
/// <param name="take">The middle's decision; pure.</param>
sealed class TurnRunner(ITurns turns, Func<Conversation, Inbound, DateTimeOffset, Turn> take, TimeProvider clock)
{
    const string Trouble = "talk.trouble";

    public TimeProvider Clock => clock;

    /// <summary>Brings what the inbound only names, such as a file; as it came when nothing is to be brought.</summary>
    public Func<Conversation, Inbound, CancellationToken, Task<Inbound>> Fetch { get; init; } = (_, inbound, _) => Task.FromResult(inbound);

    /// <summary>Puts what must be said first before an apology: who wrote that she is in danger is shown whom to call even when all else fails.</summary>
    public Func<Turn, Conversation, Inbound, Turn> Guarded { get; init; } = (apology, _, _) => apology;

    public async Task RunAsync(Waiting waiting, CancellationToken stop)
    {
        using var watch = new TurnWatch(waiting);
        await turns.CommitAsync(waiting, await DecideAsync(waiting, stop), stop);
        watch.Done();
    }

    /// <summary>What is said to the inbound as things stand; nothing is kept of it.</summary>
    public async Task<Turn> DecideAsync(Waiting waiting, CancellationToken stop)
    {
        var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, stop);
        // What is only passed on is brought where it is taken.
        var inbound = Passing.Passes(conversation, waiting.Inbound, clock.GetUtcNow()) ? waiting.Inbound : await Fetch(conversation, waiting.Inbound, stop);
        Steps.At(Step.Deciding);
        var turn = take(conversation, inbound, clock.GetUtcNow());
        Steps.At(Step.Decided);
        return turn;
    }

    /// <summary>Tells the person that this message could not be dealt with, and sets it aside for an operator.</summary>
    public async Task GiveUpAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, stop);
        await turns.SetAsideAsync(waiting, Passing.Back(Guarded(Sorry(conversation, waiting.Inbound), conversation, waiting.Inbound), clock.GetUtcNow()), reason, stop);
    }

    static Turn Sorry(Conversation conversation, Inbound inbound)
    {
        var language = conversation.Language ?? Language.En;
        var isSpoken = inbound.Said.IsHers() && Text.Has(language, Trouble);
        return new Turn(conversation with { Address = inbound.From }, isSpoken ? [new Outbound(Text.Of(language, Trouble))] : [], [], []);
    }
}
