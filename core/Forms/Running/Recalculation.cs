using System.Globalization;
using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms.Running;

/// <summary>Works out what follows from answers: what counts, what is calculated, how many instances there are, what is set by a trigger.</summary>
/// <param name="answer">The answer at a path; null when there is none.</param>
sealed class Recalculation(FormPlan plan, SlotTree tree, RunView view, KeptValues kept, Func<string, string?> answer)
{
    /// <summary>How often everything is worked out anew at most; a form that does not settle by then stays as it is.</summary>
    const int MostPasses = 12;

    /// <summary>How long a chain of rows that set each other may be.</summary>
    const int LongestChain = 50;

    readonly Queue<Slot> changed = new();
    bool isLive;

    /// <summary>Whether a repeat wants more instances than can be had.</summary>
    internal bool IsOverfull { get; private set; }

    /// <summary>Works everything out.</summary>
    internal void All() => WorkOut(plan.Order);

    /// <summary>Works out what follows from a change of a row that a person made.</summary>
    /// <param name="before">The row's value before.</param>
    internal void After(Slot slot, string before)
    {
        (isLive, IsOverfull) = (true, false);
        if (slot.Node.Text != before)
        {
            changed.Enqueue(slot);
        }
        WorkOut(plan.After(slot.Bind.Index));
        SetTriggered();
        isLive = false;
    }

    void WorkOut(int[] order)
    {
        var passes = plan.IsSettledInOnePass ? 1 : MostPasses;
        for (var moved = true; moved && passes > 0; passes--)
        {
            moved = false;
            foreach (var index in order)
            {
                moved |= WorkOut(plan.Binds[index]);
            }
        }
    }

    bool WorkOut(Bind bind)
    {
        var moved = false;
        if (bind.IsRepeat)
        {
            for (var at = 0; at < tree.RangesOf(bind.Index).Count; at++)
            {
                var range = tree.RangesOf(bind.Index)[at];
                moved |= tree.Resize(range, Count(range));
            }
        }
        for (var at = 0; at < tree.Of(bind.Index).Count; at++)
        {
            moved |= WorkOut(tree.Of(bind.Index)[at]);
        }
        return moved;
    }

    int Count(Slot range)
    {
        var wanted = 1;
        if (range.Bind.Count is { } count)
        {
            // A count that is worked out stands beside the repeat, and counts no more than its group does.
            var number = range.Node.Counts || count.IsReference ? view.Number(count, range) : double.NaN;
            wanted = double.IsNaN(number) ? 0 : (int)Math.Clamp(number, 0, SlotTree.MostInstances + 1);
        }
        else
        {
            while (answer(string.Create(CultureInfo.InvariantCulture, $"{range.Path}[{wanted + 1}]")) == "yes")
            {
                wanted++;
            }
        }
        IsOverfull |= wanted > SlotTree.MostInstances || (tree.IsFull && wanted > range.Children.Count);
        return Math.Min(wanted, tree.IsFull ? Math.Max(1, range.Children.Count - 1) : SlotTree.MostInstances);
    }

    bool WorkOut(Slot slot)
    {
        var (bind, node) = (slot.Bind, slot.Node);
        var wasRelevant = node.IsRelevant;
        var wasText = bind.Question is null ? "" : node.Text;
        if (bind.Relevant is { } relevant)
        {
            node.IsRelevant = view.Judge(relevant, slot, whenBroken: true);
        }
        if (bind is { Calculation: { } calculation, Triggers.Count: 0 } && (slot.Given is null || (slot.Given.Length == 0 && !IsAsked(slot))))
        {
            node.Text = view.Stored(calculation, slot);
        }
        if (bind.Filter is not null && slot.Given is { Length: > 0 } given)
        {
            slot.IsOutdated = !view.Choices(slot).Offers(given);
            node.Text = slot.IsOutdated ? "" : given;
        }
        var hasMoved = bind.Question is not null && node.Text != wasText;
        if (hasMoved && isLive && plan.TriggeredBy(bind).Any())
        {
            changed.Enqueue(slot);
        }
        return hasMoved || node.IsRelevant != wasRelevant;
    }

    /// <summary>Whether a person may change the value: what was skipped then stays blank.</summary>
    bool IsAsked(Slot slot) => slot.Bind is { Question.IsAsked: true, ReadOnly: var readOnly } && (readOnly.When is not { } when || !view.Judge(when, slot, whenBroken: false));

    /// <summary>Sets the rows that wait for a change of others.</summary>
    void SetTriggered()
    {
        for (var chain = 0; changed.TryDequeue(out var cause) && chain < LongestChain; chain++)
        {
            foreach (var bind in plan.TriggeredBy(cause.Bind))
            {
                foreach (var slot in view.Seen(bind.Name, cause.Node).Select(node => node.Owner).OfType<Slot>())
                {
                    Set(slot, bind.Calculation is { } calculation ? view.Stored(calculation, slot) : "");
                }
            }
        }
        changed.Clear();
    }

    void Set(Slot slot, string value)
    {
        var before = slot.Node.Text;
        slot.Node.Text = value;
        kept.Set(slot);
        if (value != before)
        {
            WorkOut([.. plan.After(slot.Bind.Index).Where(index => index != slot.Bind.Index)]);
            changed.Enqueue(slot);
        }
    }
}
