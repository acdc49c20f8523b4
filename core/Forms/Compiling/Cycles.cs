namespace RbcBot.Core.Forms.Compiling;

/// <summary>Refuses rows whose conditions and calculations wait for each other.</summary>
static class Cycles
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        var dependencies = new Dependencies(binds);
        var told = new HashSet<int>();
        foreach (var bind in binds.Where(bind => bind.Deciding.Any() && !told.Contains(bind.Index)))
        {
            var all = Dependencies.All(bind.Index, dependencies.Deciding);
            if (all.Contains(bind.Index))
            {
                int[] ring = [.. all.Where(other => Dependencies.All(other, dependencies.Deciding).Contains(bind.Index))];
                told.UnionWith(ring);
                Refuse(draft, bind, [.. ring.Where(other => other != bind.Index).Select(other => binds[other].Name)]);
            }
        }
    }

    static void Refuse(Draft draft, Bind bind, string[] others)
    {
        var column = draft.Survey.Header(bind.Calculation is null ? "relevant" : "calculation");
        draft.Findings.Refuse("cycle", new(draft.Survey.Name, bind.Row, column), others.Length == 0
            ? $"The row {bind.Name} refers to itself. Refer to other rows only; the row's own value is a full stop."
            : $"The row {bind.Name} depends on {string.Join(", ", others)}, which depends on {bind.Name} again. One of them must do without the other.");
    }
}
