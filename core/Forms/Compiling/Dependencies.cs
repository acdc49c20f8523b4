using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Which rows a row's value follows from, by index.</summary>
sealed class Dependencies
{
    readonly IReadOnlyList<Bind> binds;
    readonly ILookup<string, int> byName;

    internal Dependencies(IReadOnlyList<Bind> binds)
    {
        this.binds = binds;
        byName = binds.ToLookup(bind => bind.Name, bind => bind.Index);
    }

    /// <summary>The rows that decide whether the row counts and what it holds.</summary>
    internal IEnumerable<int> Deciding(int index) => Of(index, binds[index].Deciding);

    /// <summary>The same and those that decide which of its choices stand.</summary>
    internal IEnumerable<int> Live(int index) => Of(index, binds[index].Live);

    /// <summary>Everything a row follows from, through any number of rows; itself too when it stands in a cycle.</summary>
    internal static HashSet<int> All(int index, Func<int, IEnumerable<int>> direct)
    {
        var found = new HashSet<int>();
        var next = new Stack<int>(direct(index));
        while (next.TryPop(out var other))
        {
            if (found.Add(other))
            {
                foreach (var further in direct(other))
                {
                    next.Push(further);
                }
            }
        }
        return found;
    }

    IEnumerable<int> Of(int index, IEnumerable<Expression> expressions)
    {
        var named = expressions.SelectMany(expression => expression.References).Distinct().SelectMany(name => byName[name]).SelectMany(other => WithChildren(other, index));
        return binds[index].Parent is { } parent ? named.Append(parent.Index) : named;
    }

    /// <summary>A group's value is that of the rows in it, but for the row that asks.</summary>
    IEnumerable<int> WithChildren(int index, int asking) => binds[index].Question is not null
        ? [index]
        : binds.Where(bind => bind.Index == index || (bind.Index != asking && IsWithin(bind, binds[index]))).Select(bind => bind.Index);

    static bool IsWithin(Bind bind, Bind group) => bind.Parent is { } parent && (parent.Index == group.Index || IsWithin(parent, group));
}
