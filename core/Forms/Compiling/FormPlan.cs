using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a run needs of a compiled form: its rows with their logic, and in which order they are worked out.</summary>
sealed class FormPlan
{
    internal static readonly FormPlan Empty = new([], FormLanguages.Of([], ""), null, null, null);

    readonly Dictionary<string, int> byPath;
    readonly Dictionary<string, int> byName = [];
    readonly ILookup<string, Bind> triggered;
    readonly WorkingOrder order;
    readonly Bind[][] within;
    readonly Lazy<bool[]> looksAhead;

    internal FormPlan(IReadOnlyList<Bind> binds, FormLanguages languages, ChoiceLists? lists, AttachedFiles? files, Expression? instanceName)
    {
        (Binds, Languages, InstanceName) = (binds, languages, instanceName);
        byPath = binds.DistinctBy(bind => bind.Path).ToDictionary(bind => bind.Path, bind => bind.Index);
        foreach (var bind in binds)
        {
            byName.TryAdd(bind.Name, bind.Index);
        }
        order = new(binds);
        looksAhead = new(() => [.. Binds.Select(ReadsWhatFollows)]);
        Tops = [.. binds.Where(bind => bind.Parent is null)];
        var children = binds.Where(bind => bind.Parent is not null).ToLookup(bind => bind.Parent!.Index);
        within = [.. binds.Select(bind => children[bind.Index].ToArray())];
        Defaults = [.. binds.Where(bind => bind.DefaultExpression is not null)];
        HasDefaultsThatRead = Defaults.Any(bind => bind.DefaultExpression?.References.Count > 0);
        Remembering = [.. binds.Where(bind => bind.Remembers)];
        triggered = binds.SelectMany(bind => bind.Triggers.Select(name => (name, bind))).ToLookup(pair => pair.name, pair => pair.bind);
        var functions = binds.SelectMany(bind => bind.All).SelectMany(expression => expression.Functions).ToHashSet();
        Instances = functions.Overlaps(["instance", "pulldata"])
            ? Merged(lists?.Instances ?? new Dictionary<string, Node>(), files?.Instances ?? new Dictionary<string, Node>())
            : new Dictionary<string, Node>();
        Itexts = functions.Contains("jr:itext") ? lists?.Itexts ?? new Dictionary<string, IReadOnlyDictionary<string, string>>() : new Dictionary<string, IReadOnlyDictionary<string, string>>();
        ChoiceRows = [.. binds.Select(bind => bind.Filter is null ? [] : bind.Question?.Choices.Select(choice => ChoiceRow.Of(choice, "")).ToArray() ?? [])];
        Root = binds.Count > 0 ? binds[0].Root : "data";
    }

    internal IReadOnlyList<Bind> Binds { get; }

    /// <summary>The rows that stand in no group.</summary>
    internal IReadOnlyList<Bind> Tops { get; }

    internal FormLanguages Languages { get; }

    /// <summary>The name of the form's root, most often data.</summary>
    internal string Root { get; }

    /// <summary>What a submission is called; null when the author gave no rule.</summary>
    internal Expression? InstanceName { get; }

    /// <summary>The rows that keep something of their own earlier values.</summary>
    internal IReadOnlyList<Bind> Remembering { get; }

    /// <summary>The rows whose first value is worked out.</summary>
    internal IReadOnlyList<Bind> Defaults { get; }

    /// <summary>Whether a first value follows from other rows.</summary>
    internal bool HasDefaultsThatRead { get; }

    /// <summary>The rows with something to work out, each after those it follows from.</summary>
    internal int[] Order => order.All;

    /// <summary>Whether the order alone is enough: no two rows read each other.</summary>
    internal bool IsSettledInOnePass => order.IsEnough;

    /// <summary>The rows of the choices that choice_filter looks at, by bind.</summary>
    internal IReadOnlyList<Node[]> ChoiceRows { get; }

    /// <summary>The choice lists and attached lists by name, when an expression looks into one.</summary>
    internal IReadOnlyDictionary<string, Node> Instances { get; }

    /// <summary>Labels of choices by the id that jr:itext() asks for, when an expression does.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Itexts { get; }

    /// <summary>The rows straight under a group or repeat.</summary>
    internal IReadOnlyList<Bind> Within(Bind group) => within[group.Index];

    internal int? At(string path) => byPath.TryGetValue(path, out var index) ? index : null;

    internal int? Named(string name) => byName.TryGetValue(name, out var index) ? index : null;

    /// <summary>Whether a row's constraint looks at rows that follow from the row itself.</summary>
    internal bool LooksAhead(Bind bind) => looksAhead.Value[bind.Index];

    /// <summary>Whether any row is set by a trigger.</summary>
    internal bool HasTriggers => triggered.Count > 0;

    /// <summary>What is to be worked out again after a change of a row.</summary>
    internal int[] After(int index) => order.After(index);

    /// <summary>What a row reads.</summary>
    internal IEnumerable<int> Reads(int index) => order.Reads(index);

    /// <summary>The rows that are set anew when a row changes.</summary>
    internal IEnumerable<Bind> TriggeredBy(Bind bind) => triggered[bind.Name];

    /// <summary>The rows that a row's being asked follows from.</summary>
    internal IEnumerable<Bind> Causes(Bind bind)
    {
        for (var group = bind; group is not null; group = group.Parent)
        {
            foreach (var name in group.Relevant?.References ?? [])
            {
                if (Named(name) is { } index)
                {
                    yield return Binds[index];
                }
            }
        }
    }

    bool ReadsWhatFollows(Bind bind) => bind.Constraint is { } constraint
        && (constraint.Roams || After(bind.Index).Any(index => index != bind.Index
            && (constraint.References.Contains(Binds[index].Name) || constraint.PathNames.Contains(Binds[index].Name))));

    static Dictionary<string, Node> Merged(IReadOnlyDictionary<string, Node> first, IReadOnlyDictionary<string, Node> second)
    {
        var merged = new Dictionary<string, Node>(first);
        foreach (var (name, root) in second)
        {
            merged.TryAdd(name, root);
        }
        return merged;
    }
}
