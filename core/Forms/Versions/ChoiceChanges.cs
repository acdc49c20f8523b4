namespace RbcBot.Core.Forms.Versions;

/// <summary>What became of the choices of a question.</summary>
static class ChoiceChanges
{
    internal static IEnumerable<FormChange> Between(Question older, Question newer)
    {
        if (!older.HasChoices || !newer.HasChoices)
        {
            return [];
        }
        var (before, after) = (ByName(older), ByName(newer));
        string[] common = [.. after.Keys.Where(before.ContainsKey)];
        string[] exchanged = [.. common.Where(name => IsExchanged(before[name], newer))];
        string[] reworded = [.. common.Except(exchanged).Where(name => IsReworded(before[name], after[name]))];
        return new[]
        {
            Change(ChangeKind.ChoicesAdded, AnswerEffect.Kept, newer, [.. after.Keys.Except(before.Keys)], after),
            Change(ChangeKind.ChoicesRemoved, AnswerEffect.KeptWhereItFits, newer, [.. before.Keys.Except(after.Keys)], before),
            Change(ChangeKind.ChoicesExchanged, AnswerEffect.KeptWhereItFits, newer, exchanged, after),
            Change(ChangeKind.ChoicesReworded, AnswerEffect.Kept, newer, reworded, after),
        }.OfType<FormChange>();
    }

    /// <summary>Whether what the choice was called is now another choice's label, and no longer its own: 1 = yes became 1 = no.</summary>
    internal static bool IsExchanged(Choice older, Question newer) =>
        newer.Choices.FirstOrDefault(choice => choice.Name == older.Name) is { } same
        && Shared(older, same).Any()
        && Shared(older, same).All(code => !Reads(older, same, code) && newer.Choices.Any(other => other.Name != older.Name && Reads(older, other, code)));

    static bool IsReworded(Choice older, Choice newer) => Shared(older, newer).Any(code => !Reads(older, newer, code));

    static IEnumerable<string> Shared(Choice older, Choice newer) => older.Labels.Keys.Where(newer.Labels.ContainsKey);

    static bool Reads(Choice older, Choice newer, string code) => newer.Labels.TryGetValue(code, out var label) && label == older.Labels[code];

    static Dictionary<string, Choice> ByName(Question question) => question.Choices.DistinctBy(choice => choice.Name).ToDictionary(choice => choice.Name);

    static FormChange? Change(ChangeKind kind, AnswerEffect effect, Question question, string[] names, Dictionary<string, Choice> choices) => names.Length == 0
        ? null
        : new(kind, effect, question.Row, question.Name)
        {
            Labels = question.Labels,
            Choices = [.. names.Select(name => choices[name])],
        };

    /// <summary>Questions of the same list change alike: they are told once, with the first of them.</summary>
    internal static IEnumerable<FormChange> ToldOnce(IEnumerable<FormChange> changes) =>
        changes.GroupBy(change => change.Choices.Count == 0 ? (object)change : (change.Kind, string.Join(' ', change.Choices.Select(choice => choice.Name + choice.Label("")))))
            .Select(alike => alike.First() with { Others = [.. alike.Skip(1).Select(change => change.Name)] });
}
