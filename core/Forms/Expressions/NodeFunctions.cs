namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of the instance tree.</summary>
static class NodeFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("current", 0, 0, call => Value.Of(call.Context.Current)),
        new("instance", 1, 1, Instance),
        Function.Text("pulldata", 4, 4, PullData),
        new("once", 1, 1, call => call.Focus.Node.Text is { Length: > 0 } kept ? Value.Of(kept) : call.Argument(0)),
        Function.Number("count", 1, 1, call => call.Nodes(0).Count) with { TakesNodes = true },
        Function.Number("count-non-empty", 1, 1, call => call.Nodes(0).Nodes.Count(node => node.Seen.Length > 0)) with { TakesNodes = true },
        Function.Number("position", 0, 1, Position) with { TakesNodes = true },
        Function.Number("last", 0, 0, call => call.Focus.Size),
        new("indexed-repeat", 3, Function.AnyNumber, IndexedRepeat) { TakesNodes = true, TakesPairsAfter = 1 },
        new("randomize", 1, 2, Randomize) { TakesNodes = true },
    ];

    /// <summary>A secondary instance, over its root; nothing when the form has none of the id.</summary>
    static Value Instance(Call call)
    {
        if (!call.Context.Instances.TryGetValue(call.Text(0), out var instance))
        {
            return Value.Of(Array.Empty<Node>());
        }
        return Value.Of(instance.Name == "root" ? Node.DocumentOf(instance) : instance);
    }

    /// <summary>From the first item of a secondary instance whose key column holds the key, the value of another column; "" when there is none.</summary>
    static string PullData(Call call)
    {
        if (!call.Context.Instances.TryGetValue(call.Text(0), out var instance))
        {
            return "";
        }
        var root = instance.Name == "root" ? instance : instance.Child("root");
        var (column, keyColumn, key) = (call.Text(1), call.Text(2), call.Text(3));
        var item = root?.Children.FirstOrDefault(item => item.Name == "item" && item.Children.Any(child => child.Name == keyColumn && child.Seen == key));
        return item?.Child(column)?.Seen ?? "";
    }

    /// <summary>Without an argument the place among the nodes looked at, else the place among the neighbours of the same name.</summary>
    static double Position(Call call)
    {
        if (call.Count == 0)
        {
            return call.Focus.Position;
        }
        if (call.First(0) is not { } node)
        {
            return double.NaN;
        }
        var fellows = node.Above?.Children ?? [];
        var position = 1;
        for (var index = Axes.IndexIn(fellows, node) - 1; index >= 0; index--)
        {
            var fellow = fellows[index];
            if (fellow.Kind == NodeKind.Element && fellow.Name != node.Name)
            {
                return position;
            }
            position += fellow.Kind == NodeKind.Element ? 1 : 0;
        }
        return position;
    }

    /// <summary>The first argument's nodes within the instances that the pairs (repeat, place from 1) name, outer repeats first.</summary>
    static Value IndexedRepeat(Call call)
    {
        var repeats = Enumerable.Range(0, (call.Count - 1) / 2)
            .Select(pair => (Instances: call.AllNodes(1 + (2 * pair)), Place: call.Number(2 + (2 * pair))))
            .OrderBy(repeat => repeat.Instances is [var first, ..] ? Depth(first) : 0);
        Node? within = null;
        foreach (var (instances, place) in repeats)
        {
            within = instances.Where(instance => within is null || IsWithin(instance, within)).Where((_, index) => index + 1 == place).FirstOrDefault();
            if (within is null)
            {
                return Value.Of(Array.Empty<Node>());
            }
        }
        return Value.Of([.. call.AllNodes(0).Where(node => IsWithin(node, within!))]); // Arity: there is at least one pair.
    }

    /// <summary>Without a seed the order follows from the run's own.</summary>
    static Value Randomize(Call call)
    {
        var nodes = call.Nodes(0).Nodes;
        var seed = call.Count > 1 ? Shuffle.SeedOf(call.Argument(1), call.Zone) : Chance.Of(call).Seed;
        return Value.Of(Shuffle.Of(nodes, seed));
    }

    static int Depth(Node node) => node.Parent is null ? 0 : 1 + Depth(node.Parent);

    static bool IsWithin(Node node, Node outer) => node.Parent is { } parent && (parent == outer || IsWithin(parent, outer));
}
