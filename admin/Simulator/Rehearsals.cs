using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Simulator;

/// <summary>The rehearsals under way, one for each administrator and form: in memory, few, and gone an hour after the last word.</summary>
/// <remarks>
/// On the server and not in a hidden field: a page would carry the talk back and forth with every answer, and an uploaded form with it.
/// Not in the store: what an author tries out is no answer of anybody, and must not outlive the trying.
/// </remarks>
sealed class Rehearsals(TimeProvider clock)
{
    /// <summary>Most of all administrators together; the one that rested longest makes room.</summary>
    internal const int Most = 30;

    /// <summary>How long a rehearsal waits for its author.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    readonly Lock one = new();
    readonly Dictionary<(string Who, string What), (Tried Tried, DateTimeOffset At)> kept = [];

    /// <summary>Null when there is none, or none any more.</summary>
    /// <param name="what">A round's code, or "" for an uploaded file.</param>
    public Tried? Find(string who, string what)
    {
        lock (one)
        {
            Tidy();
            return kept.TryGetValue((who, what), out var found) ? found.Tried : null;
        }
    }

    public void Keep(string who, string what, Tried tried)
    {
        lock (one)
        {
            kept[(who, what)] = (tried, clock.GetUtcNow());
            Tidy();
        }
    }

    void Tidy()
    {
        var oldest = clock.GetUtcNow() - Rest;
        var gone = kept.Where(pair => pair.Value.At < oldest)
            .Concat(kept.OrderByDescending(pair => pair.Value.At).Skip(Most)).Select(pair => pair.Key).ToList();
        gone.ForEach(key => kept.Remove(key));
    }
}

/// <summary>A rehearsal with the name of the form's file.</summary>
public sealed record Tried(Rehearsal Rehearsal, string FileName);
