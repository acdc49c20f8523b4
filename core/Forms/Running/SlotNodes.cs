using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Finds the nodes of a row below slots.</summary>
static class SlotNodes
{
    /// <summary>All nodes of the row, in the order of the form.</summary>
    internal static IReadOnlyList<Node> Below(IReadOnlyList<Slot> from, Bind bind)
    {
        List<Node> found = [];
        Gather(from, bind, found);
        return found;
    }

    static void Gather(IReadOnlyList<Slot> from, Bind bind, List<Node> found)
    {
        foreach (var slot in from)
        {
            if (slot.Bind == bind && !slot.IsRange && !slot.IsPrompt)
            {
                found.Add(slot.Node);
            }
            else if ((slot.IsRange && slot.Bind == bind) || bind.IsWithin(slot.Bind))
            {
                Gather(slot.Children, bind, found);
            }
        }
    }
}
