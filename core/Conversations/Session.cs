using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>One piece of work of a person: an interview, an application, a test, a feedback form or a lesson.</summary>
/// <param name="Id">Unique: the person's id and a number.</param>
/// <param name="Flow">The flow's name: interview, application, feedback, test or lesson.</param>
/// <param name="Subject">The round's code, or the lesson's id.</param>
/// <param name="State">The state of the flow's machine, by name.</param>
/// <param name="FormVersion">The form's content hash, pinned when it began and changed only by a migration; "" for a lesson.</param>
/// <param name="Answers">Answers in order; for a lesson, path is card or quiz id.</param>
/// <param name="Started">When the person began.</param>
/// <param name="Touched">When the person last did something in it.</param>
/// <param name="Submitted">When it was finished; null before.</param>
/// <param name="Language">Code of the language it was last held in.</param>
public sealed record Session(
    string Id,
    PersonId Person,
    string Flow,
    string Subject,
    string State,
    string FormVersion,
    IReadOnlyList<GivenAnswer> Answers,
    DateTimeOffset Started,
    DateTimeOffset Touched,
    DateTimeOffset? Submitted,
    string Language)
{
    /// <summary>What is being asked right now; null when nothing is.</summary>
    public Asked? Asked { get; init; }

    /// <summary>Answers as submitted, calculated rows included; empty before.</summary>
    public IReadOnlyList<GivenAnswer> Submission { get; init; } = [];

    /// <summary>Whether the review brought the person back to one earlier question.</summary>
    public bool IsCorrecting { get; init; }

    /// <summary>Paths of required questions that the person left for later: asked again at the end.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];

    /// <summary>Path of the field-list whose questions are asked one by one, because an answer to all at once was not understood; "" when none is.</summary>
    public string OneByOne { get; init; } = "";

    /// <summary>That the session moved to another version of its form, until the person was told; null when nothing is to be told.</summary>
    public Improved? Improved { get; init; }

    /// <summary>Which message last said something to which question, oldest first: who changes a message changes that answer. Only the latest are remembered.</summary>
    public IReadOnlyList<Written> Written { get; init; } = [];

    /// <summary>Paths of answers that stay inside, because they speak of danger or named a patient: no file takes them along.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Whether it stays out of statistics and of files, because its person does not agree to research.</summary>
    public bool IsKeptOut { get; init; }

    /// <summary>Whether its person was erased: it is counted, and nothing more can come of it.</summary>
    public bool IsUnlinked { get; init; }

    /// <summary>Whether it ended, by submission or withdrawal.</summary>
    public bool IsOver { get; init; }
}

/// <summary>A form that was improved while somebody was answering it.</summary>
/// <param name="Again">Paths of answers that are to be given again.</param>
public sealed record Improved(IReadOnlyList<string> Again);

/// <summary>A message of which words went to a question, whether they were understood or not.</summary>
/// <param name="Message">The channel's own name of it.</param>
/// <param name="Path">The question's path.</param>
public sealed record Written(string Message, string Path);
