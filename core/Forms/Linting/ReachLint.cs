using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Rows that nobody can ever be asked, and rows that wait for an answer given later.</summary>
static class ReachLint
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        var byName = binds.ToLookup(bind => bind.Name);
        var unreached = new HashSet<Bind>();
        foreach (var bind in binds)
        {
            var place = new Place(draft.Survey.Name, bind.Row, draft.Survey.Header("relevant"));
            if (bind.Parent is { } parent && unreached.Contains(parent))
            {
                unreached.Add(bind); // said once, of the group
            }
            else if (Why(bind, byName, unreached) is { } why)
            {
                unreached.Add(bind);
                draft.Findings.Warn("unreachable", place, $"{(bind.Question is null ? "The group" : "The row")} {bind.Name} is never {(bind.Question is { IsAsked: false } ? "reached" : "asked")}: {why}");
            }
            CheckLater(draft, bind, byName, place);
        }
    }

    /// <summary>Why no answers lead to the row; null when some may.</summary>
    static string? Why(Bind bind, ILookup<string, Bind> byName, HashSet<Bind> unreached)
    {
        if (bind.Relevant is null)
        {
            return null;
        }
        if (bind.Relevant.Tree is CallSyntax { Function.Name: "false" })
        {
            return "its relevant is false.";
        }
        Claim[] claims = [.. Chain(bind).SelectMany(row => row.Relevant is { } relevant ? Claim.Demanded(relevant.Tree) : [])];
        foreach (var claim in claims.Where(claim => claim is { Operator: Operator.Equal, Value.Length: > 0 } && byName[claim.Name].All(unreached.Contains) && byName[claim.Name].Any()))
        {
            return $"it wants an answer to {claim.Name}, which is never asked.";
        }
        return claims.GroupBy(claim => claim.Name).Where(group => byName[group.Key].All(row => row.Question?.Type != QuestionType.SelectMultiple && row.Repeat is null))
            .Select(Contradiction).FirstOrDefault(found => found is not null);
    }

    static IEnumerable<Bind> Chain(Bind bind)
    {
        for (var row = bind; row is not null; row = row.Parent)
        {
            yield return row;
        }
    }

    static string? Contradiction(IGrouping<string, Claim> claims)
    {
        var equals = claims.Where(claim => claim.Operator == Operator.Equal).Select(claim => claim.Value).Distinct().ToArray();
        if (equals.Length > 1)
        {
            return $"{claims.Key} would have to be {equals[0]} and {equals[1]} at once.";
        }
        if (equals.Length == 1 && claims.FirstOrDefault(claim => claim.Operator == Operator.NotEqual && claim.Value == equals[0]) is not null)
        {
            return $"{claims.Key} would have to be {equals[0]} and not to be.";
        }
        var low = claims.Where(claim => claim.Operator is Operator.Greater or Operator.GreaterOrEqual).Max(claim => claim.Number);
        var high = claims.Where(claim => claim.Operator is Operator.Less or Operator.LessOrEqual).Min(claim => claim.Number);
        var isStrict = claims.Any(claim => claim.Operator is Operator.Greater && claim.Number == low) || claims.Any(claim => claim.Operator is Operator.Less && claim.Number == high);
        return low > high || (low == high && low is not null && isStrict)
            ? $"{claims.Key} would have to be above {Text(low.Value)} and below {Text(high!.Value)} at once." // a comparison with null is false
            : null;
    }

    static string Text(double number) => Value.Of(number).Text(TimeZoneInfo.Utc);

    static void CheckLater(Draft draft, Bind bind, ILookup<string, Bind> byName, Place place)
    {
        if (bind.Question is not { IsSpoken: true } || bind.Relevant is not { } relevant)
        {
            return;
        }
        foreach (var later in relevant.References.SelectMany(name => byName[name]).Where(other => other.Index > bind.Index && other.Question is { IsAsked: true }))
        {
            draft.Findings.Warn("asked-later", place, $"{bind.Name} depends on {later.Name}, which is asked later (row {later.Row}): people are taken back to it at the end. Move {later.Name} above it.");
        }
    }
}
