namespace RbcBot.Core.Forms.Compiling;

/// <summary>Refuses rows whose conditions and calculations wait for each other.</summary>
static class Cycles
{
    internal static void Check(Draft draft, IReadOnlyList<Bind> binds)
    {
        var dependencies = new Dependencies(binds);
        var told = new HashSet<int>();
        foreach (var index in Suspects(binds.Count, dependencies).Where(index => binds[index].Deciding.Any() && !told.Contains(index)))
        {
            var all = Dependencies.All(index, dependencies.Deciding);
            if (all.Contains(index))
            {
                int[] ring = [.. all.Where(other => Dependencies.All(other, dependencies.Deciding).Contains(index))];
                told.UnionWith(ring);
                Refuse(draft, binds[index], [.. ring.Where(other => other != index).Select(other => binds[other].Name)]);
            }
        }
    }

    /// <summary>The rows that are left when, again and again, those that wait for none are taken away.</summary>
    static List<int> Suspects(int count, Dependencies dependencies)
    {
        var waits = new int[count];
        var followers = new List<int>[count];
        for (var index = 0; index < count; index++)
        {
            waits[index] = dependencies.Deciding(index).Count;
            foreach (var other in dependencies.Deciding(index))
            {
                (followers[other] ??= []).Add(index);
            }
        }
        var free = new Stack<int>(Enumerable.Range(0, count).Where(index => waits[index] == 0));
        while (free.TryPop(out var done))
        {
            foreach (var follower in followers[done] ?? [])
            {
                if (--waits[follower] == 0)
                {
                    free.Push(follower);
                }
            }
        }
        return [.. Enumerable.Range(0, count).Where(index => waits[index] > 0)];
    }

    static void Refuse(Draft draft, Bind bind, string[] others)
    {
        var column = draft.Survey.Header(bind.Calculation is not null ? "calculation" : bind.Relevant is not null ? "relevant" : "repeat_count");
        draft.Findings.Refuse("cycle", new(draft.Survey.Name, bind.Row, column), others.Length == 0
            ? $"The row {bind.Name} refers to itself. Refer to other rows only; the row's own value is a full stop."
            : $"The row {bind.Name} depends on {string.Join(", ", others)}, which depends on {bind.Name} again. One of them must do without the other.");
    }
}
