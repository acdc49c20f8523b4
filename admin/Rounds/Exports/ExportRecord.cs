using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>One session cut into rows: itself, and one for each instance of each repeat.</summary>
sealed class ExportRecord
{
    readonly SessionAnswers answers;
    readonly Dictionary<string, List<ExportRow>> repeats = new(StringComparer.Ordinal);

    public ExportRecord(Session session)
    {
        answers = new SessionAnswers(session);
        Main = new ExportRow(answers, "", "");
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers.Given)
            for (var end = answer.Path.IndexOf(']', StringComparison.Ordinal); end >= 0 && end + 1 < answer.Path.Length; end = answer.Path.IndexOf(']', end + 1))
                Add(answer.Path[..(end + 1)], known);
        foreach (var rows in repeats.Values)
            rows.Sort((one, other) => PlaceOrder.Instance.Compare(one.Places, other.Places));
    }

    public SessionAnswers Answers => answers;

    public ExportRow Main { get; }

    /// <summary>The rows of a table, the instances of outer repeats in order.</summary>
    public IReadOnlyList<ExportRow> Rows(ExportTable table) => table.Parent is null ? [Main] : repeats.GetValueOrDefault(table.Path) ?? [];

    void Add(string instance, HashSet<string> known)
    {
        if (!known.Add(instance))
            return;
        var table = InstancePath.Plain(instance);
        if (!repeats.TryGetValue(table, out var rows))
            repeats.Add(table, rows = []);
        rows.Add(new ExportRow(answers, table, instance));
    }
}

/// <summary>A session, or one instance of a repeat in it.</summary>
/// <param name="Table">The repeat's path; "" for the session itself.</param>
/// <param name="Instance">Such as /data/household[1]/child[2]; "" for the session itself.</param>
sealed record ExportRow(SessionAnswers Answers, string Table, string Instance)
{
    public Session Session => Answers.Session;

    public IReadOnlyList<int> Places { get; } = InstancePath.Places(Instance);

    /// <summary>The instance of the repeat around; "" when that is the session.</summary>
    public string Around => Instance.LastIndexOf(']', Math.Max(0, Instance.Length - 2)) is > 0 and var end ? Instance[..(end + 1)] : "";

    public string Key => KeyOf(Instance);

    public string ParentKey => KeyOf(Around);

    /// <summary>The value of the question at this path of the form in this row; null when there is none.</summary>
    public string? At(string path) => Answers.At(Instance.Length == 0 ? path : Instance + path[Table.Length..]);

    string KeyOf(string instance) =>
        instance.Length == 0 ? InstanceId.Of(Session) : InstanceId.Of(Session) + "/" + Heading.Of(instance);
}
