namespace RbcBot.Core.Forms;

/// <summary>One row of the survey sheet that holds a value or says something; groups are in its path.</summary>
/// <param name="Path">Where the value lives, such as /data/work/years; unique in the form. In a step of a repeat with the instance, such as /data/child[2]/age.</param>
/// <param name="Name">The row's name.</param>
/// <param name="Row">Spreadsheet row, the header being 1.</param>
/// <param name="Required">Whether the row can be required at all; whether it is now is for FormStep to say.</param>
/// <param name="Choices">All choices of its list before choice_filter; empty for other types.</param>
/// <param name="Chat">The row's chat:: columns by name without prefix, such as key or critical; empty when it has none.</param>
public sealed record Question(
    string Path,
    string Name,
    QuestionType Type,
    int Row,
    bool Required,
    IReadOnlyList<Choice> Choices,
    IReadOnlyDictionary<string, string> Chat)
{
    /// <summary>Most choices that are shown as buttons; of a longer list the person types the first letters.</summary>
    public const int MostButtons = 60;

    /// <summary>Whether a person is asked (or told) it, as against calculated and hidden rows.</summary>
    public bool IsSpoken => Type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Today or QuestionType.Start or QuestionType.End);

    /// <summary>Whether it is answered by a file: a picture, sound, film or document.</summary>
    public bool IsMedia => Type is QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File;

    /// <summary>Whether it is answered by choices of a list.</summary>
    public bool HasChoices => Type is QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank;

    /// <summary>Whether it wants an answer: spoken and not a note.</summary>
    public bool IsAsked => IsSpoken && Type != QuestionType.Note;

    /// <summary>The label as the author wrote it, references unfilled, by language code; for tables and review lists.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The paths of the repeats that it stands in, the outermost first; empty outside of any.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>The ends and step of a range; null for other types.</summary>
    public RangeSpan? Range { get; init; }

    /// <summary>The appearance cell; "" when empty.</summary>
    public string Appearance { get; init; } = "";

    /// <summary>The parameters cell; "" when empty.</summary>
    public string Parameters { get; init; } = "";
}

/// <summary>What a range question may be answered with: start, start + step … up to end.</summary>
public sealed record RangeSpan(decimal Start, decimal End, decimal Step);
