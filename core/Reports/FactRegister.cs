namespace RbcBot.Core.Reports;

/// <summary>A number of a report with where it comes from.</summary>
/// <param name="Id">Stable in the report, such as prepost.epilepsy.post.difference.</param>
/// <param name="N">People or pairs behind it.</param>
/// <param name="Method">How it was computed, in one short English line that somebody with R can repeat.</param>
/// <param name="Snapshot">SHA-256 of the data it was computed from.</param>
public sealed record RegisteredFact(string Id, double Value, int N, string Method, string Snapshot);

/// <summary>All numbers of a report, each registered once.</summary>
public sealed class FactRegister(string snapshot)
{
    readonly Dictionary<string, RegisteredFact> facts = [];

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<RegisteredFact> All => [.. facts.Values.OrderBy(fact => fact.Id, StringComparer.Ordinal)];

    /// <summary>Registers a number and gives it back to be written.</summary>
    /// <exception cref="InvalidOperationException">The id is taken by another value, or the number is none.</exception>
    public double Note(string id, double value, int n, string method)
    {
        if (!double.IsFinite(value))
            throw new InvalidOperationException($"{id} is not a number.");
        var fact = new RegisteredFact(id, value, n, method, snapshot);
        if (!facts.TryAdd(id, fact) && facts[id] != fact)
            throw new InvalidOperationException($"{id} has two values.");
        return value;
    }
}
