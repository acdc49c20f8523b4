using System.Diagnostics;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>Reads and works out expressions that nobody would write, and reports the slowest and whatever breaks.</summary>
static class FuzzExpressions
{
    /// <summary>How long one input may take before it counts as hanging.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(1);

    /// <summary>0 when all inputs were read or refused in time, else 1.</summary>
    public static int Run(int inputs, int seed)
    {
        var (form, source) = (new ExpressionForm(), new ExpressionInputs(seed));
        var (read, broken, slow, worst, worstText) = (0, 0, 0, TimeSpan.Zero, "");
        var start = Stopwatch.GetTimestamp();
        for (var number = 1; number <= inputs; number++)
        {
            var text = source.Next();
            var begun = Stopwatch.GetTimestamp();
            try
            {
                read += ExpressionTrial.Try(text, form.Context) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                broken++;
                Console.WriteLine($"BROKEN input {number} of seed {seed}: {text}\n{failure}");
            }
            var taken = Stopwatch.GetElapsedTime(begun);
            slow += taken > longest ? 1 : 0;
            (worst, worstText) = taken > worst ? (taken, text) : (worst, worstText);
        }
        Console.WriteLine($"{inputs} inputs of seed {seed} in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s: {read} read and worked out, {inputs - read - broken} refused, {broken} broken, {slow} over 1 s");
        Console.WriteLine($"worst {worst.TotalMilliseconds:F0} ms: {worstText}");
        return broken + slow == 0 ? 0 : 1;
    }
}
