namespace RbcBot.Core.Forms.Versions;

/// <summary>What kind of difference stands between two versions of a form.</summary>
public enum ChangeKind
{
    Added,
    Removed,

    /// <summary>The same name in another group or repeat.</summary>
    Moved,

    /// <summary>A guess: a new name among the same neighbours, with the same type and label.</summary>
    Renamed,

    TypeChanged,
    ChoicesAdded,
    ChoicesRemoved,

    /// <summary>Choices that keep their name and read otherwise.</summary>
    ChoicesReworded,

    /// <summary>Choices whose name now stands for what another name stood for.</summary>
    ChoicesExchanged,

    /// <summary>A label, hint or message.</summary>
    TextChanged,

    /// <summary>A condition, a rule or a calculation.</summary>
    LogicChanged,

    /// <summary>An appearance, or one of our own columns.</summary>
    MannerChanged,

    SettingChanged,
    LanguageAdded,
    LanguageRemoved,
}

/// <summary>What a change means for answers that were given before it.</summary>
public enum AnswerEffect
{
    /// <summary>No answer is concerned.</summary>
    None,

    Kept,

    /// <summary>Kept where the answer still fits, else asked again.</summary>
    KeptWhereItFits,

    AskedAgain,

    /// <summary>Nobody has answered it yet; who goes on will be asked.</summary>
    Asked,

    /// <summary>Counts no more; the history keeps it.</summary>
    Dropped,
}

/// <summary>One difference between two versions of a form.</summary>
/// <param name="Row">Spreadsheet row in the newer form, in the older one when the newer has none; null when it is about the whole form.</param>
/// <param name="Name">The name of the question, group or setting.</param>
public sealed record FormChange(ChangeKind Kind, AnswerEffect Effect, int? Row, string Name)
{
    /// <summary>Labels of what changed, the newer form's where it has it; empty for settings.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The column or language that it is about; "" when it is about the row or its choices.</summary>
    public string What { get; init; } = "";

    /// <summary>The choices that it is about, the newer form's where it has them; empty for other changes.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Names of further questions whose choices changed in the same way, as those of one list do.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What stood there before; "" when nothing did.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands there now; "" when nothing does.</summary>
    public string After { get; init; } = "";
}
