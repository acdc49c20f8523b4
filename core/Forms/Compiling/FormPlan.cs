using System.Text.RegularExpressions;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a run needs of a compiled form: its rows with their logic, and in which order they are worked out.</summary>
sealed partial class FormPlan
{
    internal static readonly FormPlan Empty = new([], FormLanguages.Of([], ""), null);

    readonly Dictionary<string, int> byPath;
    readonly Dictionary<string, int> byName = [];
    readonly int[][] affected;

    internal FormPlan(IReadOnlyList<Bind> binds, FormLanguages languages, ChoiceLists? lists)
    {
        (Binds, Languages) = (binds, languages);
        byPath = binds.DistinctBy(bind => bind.Path).ToDictionary(bind => bind.Path, bind => bind.Index);
        foreach (var bind in binds)
        {
            byName.TryAdd(bind.Name, bind.Index);
        }
        var dependencies = new Dependencies(binds);
        Order = Ordered(dependencies);
        var live = binds.SelectMany(bind => bind.Live).ToArray();
        IsSettledInOnePass = live.All(expression => !Path().IsMatch(expression.Source)) && IsOrdered(dependencies);
        RemembersItself = live.Any(expression => expression.Functions.Contains("once"))
            || binds.Any(bind => bind.Calculation is { } calculation && Itself().IsMatch(calculation.Source));
        Instances = lists is not null && live.Any(expression => expression.Functions.Contains("instance"))
            ? lists.Instances
            : new Dictionary<string, Node>();
        affected = RemembersItself && IsSettledInOnePass ? Affects(dependencies) : [];
        ChoiceRows = [.. binds.Select(bind => bind.Filter is null ? [] : bind.Question?.Choices.Select(ChoiceRow).ToArray() ?? [])];
    }

    internal IReadOnlyList<Bind> Binds { get; }

    internal FormLanguages Languages { get; }

    /// <summary>The rows with something to work out, each after those it follows from.</summary>
    internal int[] Order { get; }

    /// <summary>Whether the order alone is enough: no expression reaches rows by a path of its own.</summary>
    internal bool IsSettledInOnePass { get; }

    /// <summary>Whether a calculation depends on its own earlier value, so that answers must be replayed one by one.</summary>
    internal bool RemembersItself { get; }

    /// <summary>The rows of the choices that choice_filter looks at, by bind.</summary>
    internal IReadOnlyList<Node[]> ChoiceRows { get; }

    /// <summary>The choice lists by name, when an expression looks into one by instance().</summary>
    internal IReadOnlyDictionary<string, Node> Instances { get; }

    internal int? At(string path) => byPath.TryGetValue(path, out var index) ? index : null;

    internal int? Named(string name) => byName.TryGetValue(name, out var index) ? index : null;

    /// <summary>What is to be worked out again after an answer to a row.</summary>
    internal int[] After(int index) => affected.Length == 0 ? Order : affected[index];

    int[] Ordered(Dependencies dependencies)
    {
        var (order, seen) = (new List<int>(), new HashSet<int>());
        void Visit(int index)
        {
            if (seen.Add(index))
            {
                foreach (var other in dependencies.Live(index).Order())
                {
                    Visit(other);
                }
                order.Add(index);
            }
        }
        foreach (var bind in Binds)
        {
            Visit(bind.Index);
        }
        return [.. order.Where(index => Binds[index].Live.Any())];
    }

    bool IsOrdered(Dependencies dependencies)
    {
        var place = Order.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return Order.All(index => dependencies.Live(index).All(other => !place.TryGetValue(other, out var at) || at < place[index]));
    }

    int[][] Affects(Dependencies dependencies)
    {
        var from = Order.ToDictionary(index => index, index => Dependencies.All(index, dependencies.Live));
        return [.. Binds.Select(bind => Order.Where(index => index == bind.Index || from[index].Contains(bind.Index)).ToArray())];
    }

    internal static Node ChoiceRow(Choice choice)
    {
        var row = new Node("item");
        row.Add(new("name") { Text = choice.Name });
        row.Add(new("label") { Text = choice.Labels.Values.FirstOrDefault("") });
        foreach (var (column, text) in choice.Columns)
        {
            row.Add(new(column) { Text = text });
        }
        return row;
    }

    /// <summary>A path, but for that into a choice list, which no answer changes.</summary>
    [GeneratedRegex(@"(?<!instance\([^)]*\)|/root|/item|\])/|\.\.")]
    private static partial Regex Path();

    /// <summary>A full stop that is neither in a number nor in a name.</summary>
    [GeneratedRegex(@"(?<![\w.])\.(?![\w.])")]
    private static partial Regex Itself();
}
