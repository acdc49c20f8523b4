namespace RbcBot.Core.Forms.Versions;

/// <summary>Why an answer did not come along to another version of its form.</summary>
public enum DropReason
{
    /// <summary>The newer form has no such question.</summary>
    QuestionGone,

    /// <summary>The question stands in more or fewer repeats than before.</summary>
    OtherRepeat,

    /// <summary>The question takes another type of answer, and this value is none or would lose something.</summary>
    OtherType,

    ChoiceGone,

    /// <summary>The choice's name now stands for what another name stood for.</summary>
    OtherMeaning,

    /// <summary>choice_filter no longer lets the choice through.</summary>
    FilteredOut,

    /// <summary>The newer constraint does not hold.</summary>
    Constraint,

    /// <summary>It was skipped, and an answer is required now.</summary>
    Required,
}

/// <summary>An answer that did not come along; the history keeps it.</summary>
/// <param name="Path">Where it stood in the older form.</param>
/// <param name="Value">What it was.</param>
/// <param name="NewPath">Where it would stand in the newer form; "" when nowhere.</param>
public sealed record DroppedAnswer(string Path, string Value, DropReason Why, string NewPath);
