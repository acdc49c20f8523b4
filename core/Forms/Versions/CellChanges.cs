namespace RbcBot.Core.Forms.Versions;

/// <summary>What became of the cells of a row that is in both versions.</summary>
static class CellChanges
{
    static readonly HashSet<string> Texts = ["label", "hint", "guidance_hint", "constraint_message", "required_message", "image", "audio", "video", "big_image"];

    /// <summary>Columns of logic, and what a change in them means for answers.</summary>
    static readonly Dictionary<string, AnswerEffect> Logic = new()
    {
        ["relevant"] = AnswerEffect.Kept,
        ["constraint"] = AnswerEffect.KeptWhereItFits,
        ["required"] = AnswerEffect.KeptWhereItFits,
        ["choice_filter"] = AnswerEffect.KeptWhereItFits,
        ["parameters"] = AnswerEffect.KeptWhereItFits,
        ["read_only"] = AnswerEffect.KeptWhereItFits,
        ["calculation"] = AnswerEffect.Kept,
        ["default"] = AnswerEffect.Kept,
        ["trigger"] = AnswerEffect.Kept,
        ["repeat_count"] = AnswerEffect.KeptWhereItFits,
    };

    /// <summary>Columns that say which row it is: their changes are told otherwise.</summary>
    static readonly HashSet<string> Told = ["type", "name", "disabled"];

    /// <param name="languages">The codes that both forms have: a whole language that comes or goes is told once.</param>
    internal static IEnumerable<FormChange> Between(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, FormChange row, IReadOnlyList<string> languages)
    {
        foreach (var column in before.Keys.Union(after.Keys))
        {
            var (was, now) = (before.GetValueOrDefault(column, ""), after.GetValueOrDefault(column, ""));
            var (name, language) = column.IndexOf("::", StringComparison.Ordinal) is >= 0 and var colons ? (column[..colons], column[(colons + 2)..]) : (column, "");
            if (was != now && !Told.Contains(name) && Kind(name, language, languages) is { } kind)
            {
                yield return row with { Kind = kind, Effect = Effect(kind, name, row), What = column, Before = was, After = now };
            }
        }
    }

    static ChangeKind? Kind(string name, string language, IReadOnlyList<string> languages) =>
        Texts.Contains(name) ? language.Length == 0 || languages.Contains(language) ? ChangeKind.TextChanged : null
        : Logic.ContainsKey(name) ? ChangeKind.LogicChanged
        : name is "appearance" or "chat" ? ChangeKind.MannerChanged
        : null;

    /// <summary>A row that nobody answers has no answers to lose.</summary>
    static AnswerEffect Effect(ChangeKind kind, string column, FormChange row) =>
        row.Effect == AnswerEffect.None ? AnswerEffect.None : kind == ChangeKind.LogicChanged ? Logic[column] : AnswerEffect.Kept;
}
