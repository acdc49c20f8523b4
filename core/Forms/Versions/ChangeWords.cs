using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Versions;

/// <summary>A change of a form as its author reads it.</summary>
public static class ChangeWords
{
    /// <summary>Choices that are named before their list is cut.</summary>
    const int MostChoices = 8;

    /// <summary>What changed, without the texts before and after of a cell.</summary>
    public static string What(FormChange change, Language language) => Text.Of(language, "change." + change.Kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Moved => "moved",
        ChangeKind.Renamed => "renamed",
        ChangeKind.TypeChanged => "type",
        ChangeKind.ChoicesAdded => "choices-added",
        ChangeKind.ChoicesRemoved => "choices-removed",
        ChangeKind.ChoicesReworded => "choices-reworded",
        ChangeKind.ChoicesExchanged => "choices-exchanged",
        ChangeKind.TextChanged => "text",
        ChangeKind.LogicChanged => "logic",
        ChangeKind.MannerChanged => "manner",
        ChangeKind.SettingChanged => "setting",
        ChangeKind.LanguageAdded => "language-added",
        ChangeKind.LanguageRemoved => "language-removed",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, null),
    }, ("what", change.Choices.Count > 0 ? Named(change.Choices, language) : change.What), ("before", change.Before), ("after", change.After));

    /// <summary>That further questions changed alike; "" when none did.</summary>
    public static string Others(FormChange change, Language language) =>
        change.Others.Count == 0 ? "" : Text.Of(language, "change.others", ("count", change.Others.Count));

    /// <summary>What it means for answers that were given before.</summary>
    public static string Effect(FormChange change, Language language) => Text.Of(language, "change.effect." + change.Effect switch
    {
        AnswerEffect.None => "none",
        AnswerEffect.Kept => "kept",
        AnswerEffect.KeptWhereItFits => "fits",
        AnswerEffect.AskedAgain => "again",
        AnswerEffect.Asked => "asked",
        AnswerEffect.Dropped => "dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Effect, null),
    });

    /// <summary>Whether the change is one of a cell, whose words before and after are worth showing.</summary>
    public static bool IsOfCell(FormChange change) =>
        change.Kind is ChangeKind.TextChanged or ChangeKind.LogicChanged or ChangeKind.MannerChanged or ChangeKind.SettingChanged;

    static string Named(IReadOnlyList<Choice> choices, Language language) =>
        string.Join(", ", choices.Take(MostChoices).Select(choice => $"{choice.Name} ({choice.Label(Languages.Code(language))})")) + (choices.Count > MostChoices ? " …" : "");
}
