using System.Globalization;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>The slots of one run: as many as repeats have instances.</summary>
sealed class SlotTree
{
    /// <summary>Instances of one repeat, and slots of a run: more than anybody answers in a chat, and few enough to be worked out at once.</summary>
    internal const int MostInstances = 500, MostSlots = 60_000;

    /// <summary>What is no repeat has none; never added to.</summary>
    static readonly List<Slot> NoRanges = [];

    readonly FormPlan plan;
    // By bind; of what stands alone an array of one.
    readonly IReadOnlyList<Slot>[] slots;
    readonly List<Slot>[] ranges;
    readonly Node[]?[] single;
    /// <summary>What does not stand alone.</summary>
    readonly Dictionary<string, Slot> byPath = [];
    readonly Action<Slot> begin;
    int alone;
    List<Slot>? walk;

    /// <param name="begin">Called for every new slot.</param>
    internal SlotTree(FormPlan plan, Action<Slot> begin)
    {
        (this.plan, this.begin) = (plan, begin);
        slots = new IReadOnlyList<Slot>[plan.Binds.Count];
        ranges = new List<Slot>[plan.Binds.Count];
        single = new Node[plan.Binds.Count][];
        for (var index = 0; index < slots.Length; index++)
        {
            slots[index] = plan.Binds[index].IsAlone ? Array.Empty<Slot>() : new List<Slot>();
            ranges[index] = plan.Binds[index].IsRepeat ? [] : NoRanges;
        }
        Root = Document.Add(new(plan.Root));
        var above = "/" + plan.Root;
        Tops = [.. plan.Tops.Select(bind => Add(bind, null, Root, above))];
    }

    internal Node Document { get; } = new("");

    internal Node Root { get; }

    internal IReadOnlyList<Slot> Tops { get; }

    internal IReadOnlyList<Slot> Of(int index) => slots[index];

    internal IReadOnlyList<Slot> RangesOf(int index) => ranges[index];

    /// <summary>The question, group or instance at a path; null when there is none now.</summary>
    internal Slot? At(string path) => plan.At(path) is { } index && plan.Binds[index].IsAlone && slots[index] is [var own] ? own : byPath.GetValueOrDefault(path);

    /// <summary>All slots in the order of the form.</summary>
    internal IReadOnlyList<Slot> Walk
    {
        get
        {
            if (walk is null)
            {
                walk = new(alone + byPath.Count);
                foreach (var top in Tops)
                {
                    Collect(top, walk);
                }
            }
            return walk;
        }
    }

    /// <summary>The nodes of ${name} seen from a node: within the nearest instance of a repeat that both stand in, else all.</summary>
    internal IReadOnlyList<Node> Seen(string name, Node viewer)
    {
        if (plan.Named(name) is not { } index)
        {
            return [];
        }
        var bind = plan.Binds[index];
        if (bind.IsAlone)
        {
            return single[index] ??= [slots[index][0].Node];
        }
        for (var slot = viewer.Owner as Slot; slot is not null; slot = slot.Parent)
        {
            if (slot.Place > 0 && bind.IsWithin(slot.Bind))
            {
                return SlotNodes.Below(slot.Children, bind);
            }
        }
        return SlotNodes.Below(Tops, bind);
    }

    /// <summary>Gives a repeat so many instances.</summary>
    /// <returns>Whether that changed anything.</returns>
    internal bool Resize(Slot range, int count)
    {
        var prompts = range.Bind.Another is null ? 0 : 1;
        var before = range.Children.Count - prompts;
        if (before == count)
        {
            return false;
        }
        walk = null;
        if (prompts == 1 && range.Children.Count > 0)
        {
            Remove(range.Children[^1]);
        }
        before = range.Children.Count;
        for (var place = before; place > count; place--)
        {
            Remove(range.Children[^1]);
        }
        for (var place = before + 1; place <= count; place++)
        {
            AddInstance(range, place);
        }
        if (prompts == 1)
        {
            AddPrompt(range, count + 1);
        }
        return true;
    }

    internal bool IsFull => alone + byPath.Count >= MostSlots;

    Slot Add(Bind bind, Slot? parent, Node node, string above)
    {
        if (bind.IsRepeat)
        {
            var range = new Slot(bind, parent, node, Path(bind, above)) { IsRange = true };
            ranges[bind.Index].Add(range);
            return range;
        }
        var slot = new Slot(bind, parent, node.Add(new(bind.Name)), Path(bind, above));
        Keep(slot);
        Fill(slot);
        return slot;
    }

    void AddInstance(Slot range, int place)
    {
        var node = range.Node.Insert(PlaceOfNode(range) + place - 1, new(range.Bind.Name));
        var instance = new Slot(range.Bind, range, node, Path(range, place)) { Place = place };
        range.Children.Add(instance);
        Keep(instance);
        Fill(instance);
    }

    void AddPrompt(Slot range, int place)
    {
        var prompt = new Slot(range.Bind, range, range.Node, Path(range, place)) { IsPrompt = true };
        range.Children.Add(prompt);
        byPath[prompt.Path] = prompt;
        begin(prompt);
    }

    void Fill(Slot slot)
    {
        foreach (var bind in plan.Within(slot.Bind))
        {
            slot.Children.Add(Add(bind, slot, slot.Node, slot.Path));
        }
    }

    void Keep(Slot slot)
    {
        slot.Node.Owner = slot;
        if (slots[slot.Bind.Index] is List<Slot> several)
        {
            several.Add(slot);
            byPath[slot.Path] = slot;
        }
        else
        {
            slots[slot.Bind.Index] = new[] { slot };
            alone++;
        }
        begin(slot);
    }

    void Remove(Slot slot)
    {
        while (slot.Children.Count > 0)
        {
            Remove(slot.Children[^1]);
        }
        slot.Parent?.Children.Remove(slot);
        ((List<Slot>)(slot.IsRange ? ranges[slot.Bind.Index] : slots[slot.Bind.Index])).Remove(slot); // what stands alone is never removed
        if (!slot.IsRange)
        {
            byPath.Remove(slot.Path);
        }
        if (!slot.IsRange && !slot.IsPrompt)
        {
            slot.Node.Parent?.Remove(slot.Node);
        }
    }

    /// <summary>Where the first instance stands among the nodes of what the repeat stands in.</summary>
    int PlaceOfNode(Slot range) => (range.Parent?.Children ?? Tops).TakeWhile(slot => slot != range)
        .Sum(slot => slot.IsRange ? slot.Children.Count(child => !child.IsPrompt) : 1);

    /// <summary>Outside of repeats the paths are the form's own.</summary>
    static string Path(Bind bind, string above) => bind.Repeat is null ? bind.Path : above + "/" + bind.Name;

    static string Path(Slot range, int place) => string.Create(CultureInfo.InvariantCulture, $"{range.Path}[{place}]");

    static void Collect(Slot slot, List<Slot> found)
    {
        found.Add(slot);
        foreach (var child in slot.Children)
        {
            Collect(child, found);
        }
    }
}
