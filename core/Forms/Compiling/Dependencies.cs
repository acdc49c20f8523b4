using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Which rows a row's value follows from, by index.</summary>
sealed class Dependencies
{
    readonly IReadOnlyList<Bind> binds;
    readonly ILookup<string, int> byName;
    readonly int[]?[] deciding, live;

    internal Dependencies(IReadOnlyList<Bind> binds)
    {
        this.binds = binds;
        byName = binds.ToLookup(bind => bind.Name, bind => bind.Index);
        (deciding, live) = (new int[binds.Count][], new int[binds.Count][]);
    }

    /// <summary>The rows that decide whether the row counts and what it holds, as far as they are referred to by name.</summary>
    internal IReadOnlyList<int> Deciding(int index) => deciding[index] ??= [.. binds[index].Deciding
        .SelectMany(expression => Named(index, expression)).Concat(Above(index)).Distinct()];

    /// <summary>All rows that an expression of the row may read, by name or by path, those that decide which of its choices stand included.</summary>
    internal IReadOnlyList<int> Live(int index) => live[index] ??= [.. binds[index].Live
        .SelectMany(Read).Concat(Above(index)).Distinct()];

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

    /// <summary>The names of an expression as rows; an earlier instance of the same repeat is another row than this one.</summary>
    IEnumerable<int> Named(int index, Expression expression)
    {
        var looksBack = binds[index].Repeat is not null && expression.Functions.Contains("indexed-repeat");
        return expression.References.SelectMany(name => byName[name])
            .Where(other => !looksBack || !IsBeside(index, other))
            .SelectMany(other => binds[other] is { Question: null, IsRepeat: false } ? Within(other).Where(row => row != index) : [other]);
    }

    IEnumerable<int> Read(Expression expression) => expression.Roams
        ? Enumerable.Range(0, binds.Count)
        : expression.References.Concat(expression.PathNames).Distinct().SelectMany(name => byName[name])
            .SelectMany(other => binds[other].Question is null ? Within(other) : [other]);

    IEnumerable<int> Above(int index) => binds[index].Parent is { } parent ? [parent.Index] : [];

    bool IsBeside(int index, int other) => binds[index].Repeat is { } repeat && (binds[other] == repeat || binds[other].IsWithin(repeat));

    /// <summary>A group's value is that of the rows in it.</summary>
    IEnumerable<int> Within(int group) => binds.Where(bind => bind.Index == group || bind.IsWithin(binds[group])).Select(bind => bind.Index);
}
