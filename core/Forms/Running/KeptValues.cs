using System.Globalization;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>What rows begin with, and what some of them keep of their own: once(), and rows that a trigger set.</summary>
sealed class KeptValues(FormPlan plan, FormMoment moment)
{
    /// <summary>What marks a kept value among the answers: /data/first_seen#.</summary>
    internal const char Mark = '#';

    /// <summary>Whether a path among the answers marks a kept value.</summary>
    internal static bool IsKept(string path) => path.EndsWith(Mark);

    /// <summary>The path of the row that keeps the value.</summary>
    internal static string Of(string path) => path.TrimEnd(Mark);

    readonly Dictionary<string, string> values = [];
    readonly Dictionary<string, Node> lastSaved = [];

    internal void Put(string path, string? value)
    {
        if (value is null)
        {
            values.Remove(path);
        }
        else
        {
            values[path] = value;
        }
    }

    internal string? Find(Slot slot) => slot.Bind.Remembers ? values.GetValueOrDefault(slot.Path + Mark) : null;

    internal void Set(Slot slot) => values[slot.Path + Mark] = slot.Node.Text;

    /// <summary>All that is kept now, among it what is kept for instances that are away.</summary>
    internal IReadOnlyList<GivenAnswer> All(SlotTree tree) => [.. Snapshot(tree).Select(pair => new GivenAnswer(pair.Key, pair.Value))];

    internal Dictionary<string, string> Snapshot(SlotTree tree)
    {
        var now = new Dictionary<string, string>(values);
        foreach (var slot in Remembered(tree).Where(slot => slot.Bind.Triggers.Count == 0 && Keeps(slot)))
        {
            now[slot.Path + Mark] = slot.Node.Text;
        }
        return now;
    }

    // A default is worked out once, when its instance is made: that it began blank is kept too. once() looks again while it is blank.
    static bool Keeps(Slot slot) => slot.Node.Text.Length > 0 || slot.Bind.DefaultExpression is not null;

    internal void Restore(SlotTree tree, Dictionary<string, string> before)
    {
        values.Clear();
        foreach (var (path, value) in before)
        {
            values[path] = value;
        }
        foreach (var slot in Remembered(tree))
        {
            slot.Node.Text = Find(slot) ?? First(slot.Bind);
        }
    }

    /// <summary>The slots that hold what they keep, not an answer.</summary>
    IEnumerable<Slot> Remembered(SlotTree tree) => plan.Remembering.SelectMany(bind => tree.Of(bind.Index)).Where(slot => slot.Given is null);

    /// <summary>What a row begins with, its default's expression aside.</summary>
    internal string First(Bind bind) => bind.Question?.Type switch
    {
        QuestionType.Today => Local(moment.Started).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QuestionType.Start => Stamp(moment.Started),
        QuestionType.End => Stamp(moment.Now),
        _ => bind.Preload.Length > 0 ? moment.Person.GetValueOrDefault(bind.Preload, bind.Default) : bind.Default,
    };

    /// <summary>What the person answered last time to the row of a name.</summary>
    internal Node LastSaved(string name)
    {
        if (!lastSaved.TryGetValue(name, out var node))
        {
            var path = plan.Named(name) is { } index ? plan.Binds[index].Path : "";
            lastSaved[name] = node = new(name) { Text = moment.LastSaved.FirstOrDefault(answer => InstancePath.Plain(answer.Path) == path)?.Value ?? "" };
        }
        return node;
    }

    DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, moment.Zone);

    string Stamp(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
