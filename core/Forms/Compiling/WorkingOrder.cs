using System.Collections.Concurrent;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>In which order rows are worked out, and which of them again after a change.</summary>
sealed class WorkingOrder
{
    readonly Dependencies dependencies;
    readonly List<int>[] followers;
    readonly int[] places;
    readonly bool[] hasWork;
    readonly ConcurrentDictionary<int, int[]> after = [];

    internal WorkingOrder(IReadOnlyList<Bind> binds)
    {
        dependencies = new(binds);
        var sorted = Sorted(binds.Count, dependencies);
        places = new int[binds.Count];
        followers = [.. binds.Select(_ => new List<int>())];
        foreach (var (place, index) in sorted.Index())
        {
            places[index] = place;
        }
        foreach (var index in sorted)
        {
            foreach (var other in dependencies.Live(index))
            {
                followers[other].Add(index);
            }
        }
        hasWork = [.. binds.Select(bind => bind.IsRepeat || bind.Live.Any())];
        All = [.. sorted.Where(index => hasWork[index])];
        IsEnough = sorted.All(index => dependencies.Live(index).All(other => places[other] < places[index]));
    }

    /// <summary>The rows with something to work out, each after those it follows from.</summary>
    internal int[] All { get; }

    /// <summary>Whether one pass in this order settles everything.</summary>
    internal bool IsEnough { get; }

    /// <summary>The rows that a row reads.</summary>
    internal IReadOnlyList<int> Reads(int index) => dependencies.Live(index);

    /// <summary>The rows to be worked out again after a change of a row, in order.</summary>
    internal int[] After(int index) => after.GetOrAdd(index, changed =>
    {
        var found = Dependencies.All(changed, row => followers[row]);
        found.Add(changed);
        return [.. found.Where(row => hasWork[row]).OrderBy(row => places[row])];
    });

    /// <summary>All rows, each after those it follows from, else in the sheet's order.</summary>
    static List<int> Sorted(int count, Dependencies dependencies)
    {
        var sorted = new List<int>(count);
        var seen = new bool[count];
        var path = new Stack<(int Index, int Next, int[] Before)>();
        for (var start = 0; start < count; start++)
        {
            Enter(start);
            while (path.TryPop(out var at))
            {
                if (at.Next == at.Before.Length)
                {
                    sorted.Add(at.Index);
                    continue;
                }
                path.Push(at with { Next = at.Next + 1 });
                Enter(at.Before[at.Next]);
            }
        }
        return sorted;

        void Enter(int index)
        {
            if (!seen[index])
            {
                seen[index] = true;
                path.Push((index, 0, [.. dependencies.Live(index).Order()]));
            }
        }
    }
}
