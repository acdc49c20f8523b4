using System.Globalization;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>An element of a submission: a group, an instance of a repeat, or a value.</summary>
/// <param name="Place">Which instance of a repeat it is, from 1; 0 outside.</param>
sealed record InstanceNode(string Name, int Place)
{
    readonly List<InstanceNode> children = [];

    public string Value { get; private set; } = "";

    public IReadOnlyList<InstanceNode> Children => children;

    /// <summary>The tree of answers that come in the form's order.</summary>
    public static InstanceNode Of(IEnumerable<GivenAnswer> answers)
    {
        var root = new InstanceNode("", 0);
        foreach (var answer in answers)
        {
            var node = root;
            foreach (var step in answer.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                node = node.At(step);
            node.Value = answer.Value;
        }
        return root.children.Count > 0 ? root.children[0] : root;
    }

    InstanceNode At(string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? step : step[..bracket];
        var place = bracket < 0 ? 0 : int.Parse(step.AsSpan(bracket + 1, step.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return children.Find(child => child.Name == name && child.Place == place) ?? Add(new InstanceNode(name, place));
    }

    /// <summary>Instances stand together, in their order, whichever had an answer first.</summary>
    InstanceNode Add(InstanceNode node)
    {
        var later = children.FindIndex(child => child.Name == node.Name && child.Place > node.Place);
        var before = children.FindLastIndex(child => child.Name == node.Name);
        children.Insert(later >= 0 ? later : before >= 0 ? before + 1 : children.Count, node);
        return node;
    }
}
