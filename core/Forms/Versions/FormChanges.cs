namespace RbcBot.Core.Forms.Versions;

/// <summary>What an author changed from one version of a form to another, in the order of the newer sheet.</summary>
public static class FormChanges
{
    static readonly Dictionary<string, string> NoCells = [];

    /// <summary>All differences; empty when the forms ask the same in the same words.</summary>
    public static IReadOnlyList<FormChange> Between(Form older, Form newer)
    {
        var pairs = Counterparts.Of(older, newer);
        var renamed = Renaming.Of(older, newer, pairs);
        var known = renamed.SelectMany(pair => new[] { pair.Older, pair.Newer }).ToHashSet();
        string[] languages = [.. newer.LanguageCodes.Intersect(older.LanguageCodes)];
        IEnumerable<FormChange> rows =
        [
            .. pairs.Added.Where(question => !known.Contains(question)).Select(question => Row(ChangeKind.Added, question, question.IsAsked ? AnswerEffect.Asked : AnswerEffect.None)),
            .. pairs.Removed.Where(question => !known.Contains(question)).Select(question => Row(ChangeKind.Removed, question, question.IsAsked ? AnswerEffect.Dropped : AnswerEffect.None)),
            .. renamed.Select(pair => Row(ChangeKind.Renamed, pair.Newer, pair.Newer.IsAsked ? AnswerEffect.AskedAgain : AnswerEffect.None) with { Before = pair.Older.Name, After = pair.Newer.Name }),
            .. pairs.Pairs.SelectMany(pair => Between(older, newer, pair.Older, pair.Newer, languages)),
            .. Groups(older, newer, languages),
        ];
        return [.. WholeForm(older, newer), .. ChoiceChanges.ToldOnce(rows.OrderBy(change => change.Row))];
    }

    static IEnumerable<FormChange> Between(Form older, Form newer, Question before, Question after, IReadOnlyList<string> languages)
    {
        var row = Row(ChangeKind.TextChanged, after, after.IsAsked ? AnswerEffect.Kept : AnswerEffect.None);
        if (before.Path != after.Path)
        {
            var isSameDepth = before.Repeats.Count == after.Repeats.Count;
            yield return row with { Kind = ChangeKind.Moved, Effect = isSameDepth || !after.IsAsked ? row.Effect : AnswerEffect.AskedAgain, Before = Shown(before.Path), After = Shown(after.Path) };
        }
        if (before.Type != after.Type)
        {
            yield return row with { Kind = ChangeKind.TypeChanged, Effect = OfType(before, after), Before = TypeWord(older, before), After = TypeWord(newer, after) };
        }
        var changes = ChoiceChanges.Between(before, after)
            .Concat(CellChanges.Between(Cells(older, before.Row, before), Cells(newer, after.Row, after), row, languages));
        foreach (var change in changes)
        {
            yield return change;
        }
    }

    /// <summary>The type as the author wrote it; a row that is read-only is a note, whatever it says.</summary>
    static string TypeWord(Form form, Question question) =>
        question.Type != QuestionType.Note && Cells(form, question.Row, question).TryGetValue("type", out var word) ? word : question.Type.ToString().ToLowerInvariant();

    static AnswerEffect OfType(Question before, Question after) =>
        !after.IsAsked ? before.IsAsked ? AnswerEffect.Dropped : AnswerEffect.None
        : !before.IsAsked ? AnswerEffect.Asked
        : CarriedValue.MayCarry(before.Type, after.Type) ? AnswerEffect.KeptWhereItFits
        : AnswerEffect.AskedAgain;

    static IEnumerable<FormChange> Groups(Form older, Form newer, IReadOnlyList<string> languages) =>
        newer.Groups.Join(older.Groups, group => group.Path, group => group.Path, (after, before) => (before, after)).SelectMany(pair => CellChanges.Between(
            older.Cells.GetValueOrDefault(pair.before.Row, NoCells), newer.Cells.GetValueOrDefault(pair.after.Row, NoCells),
            new(ChangeKind.TextChanged, AnswerEffect.Kept, pair.after.Row, pair.after.Path[(pair.after.Path.LastIndexOf('/') + 1)..]) { Labels = pair.after.Labels }, languages));

    static IEnumerable<FormChange> WholeForm(Form older, Form newer)
    {
        foreach (var code in newer.LanguageCodes.Except(older.LanguageCodes))
        {
            yield return new(ChangeKind.LanguageAdded, AnswerEffect.None, null, "") { What = code };
        }
        foreach (var code in older.LanguageCodes.Except(newer.LanguageCodes))
        {
            yield return new(ChangeKind.LanguageRemoved, AnswerEffect.None, null, "") { What = code };
        }
        foreach (var name in older.Settings.Keys.Union(newer.Settings.Keys))
        {
            var (was, now) = (older.Settings.GetValueOrDefault(name, ""), newer.Settings.GetValueOrDefault(name, ""));
            if (was != now)
            {
                yield return new(ChangeKind.SettingChanged, AnswerEffect.None, null, name) { What = name, Before = was, After = now };
            }
        }
    }

    static FormChange Row(ChangeKind kind, Question question, AnswerEffect effect) => new(kind, effect, question.Row, question.Name) { Labels = question.Labels };

    /// <summary>The row's own cells; a question that the standard adds to a row (the text of "other", one more instance) has none.</summary>
    static IReadOnlyDictionary<string, string> Cells(Form form, int row, Question question) =>
        form.Cells.GetValueOrDefault(row, NoCells) is { } cells && (!cells.TryGetValue("name", out var name) || name == question.Name) && question.Type != QuestionType.AnotherRepeat
            ? cells
            : NoCells;

    /// <summary>The path without the root, which all forms share.</summary>
    static string Shown(string path) => path.StartsWith("/data/", StringComparison.Ordinal) ? path["/data/".Length..] : path;
}
