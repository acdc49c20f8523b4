using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Access;

/// <summary>All that is kept of a person, as she may have it: what others wrote about her and the keys of tests are not in it.</summary>
/// <param name="Consents">In the order in which they were given.</param>
/// <param name="Work">Forms, tests and lessons, the first one first.</param>
public sealed record AccessRecord(PersonId Person, Language Language, IReadOnlyList<Address> Addresses, IReadOnlyList<Consent> Consents, IReadOnlyList<AccessWork> Work)
{
    /// <summary>Who carries her messages beside us, in words; "" when nobody does.</summary>
    public string Carriers { get; init; } = "";

    /// <summary>Modules in which she has a place.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What we said to her, the oldest first.</summary>
    public IReadOnlyList<AccessMessage> Messages { get; init; } = [];

    /// <summary>What is planned to be said to her.</summary>
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];

    /// <summary>The day on which it is erased; null when she does not want that.</summary>
    public DateTimeOffset? ErasedOn { get; init; }

    /// <summary>The work as texts, each for a message of its own.</summary>
    public IEnumerable<string> Parts => Work.Where(one => one.Answers.Count > 0).Select(one =>
        string.Join('\n', one.Answers.Select(answer => $"{answer.Question}: {answer.Words}").Prepend($"{one.Title} ({AccessSummary.State(one.Session, Language)})")));

    /// <summary>What a consent is for, in her language.</summary>
    public string PurposeOf(Consent consent) => AccessSummary.Purpose(consent.Purpose, Language);

    public static AccessRecord Of(Conversation hers, Catalogue catalogue, Language language) => new(
        hers.Person, language, [.. hers.Reaches.Select(reach => reach.Address).Append(hers.Address).Distinct()], hers.Consents,
        [.. hers.Sessions.Select(session => AccessWork.Of(session, catalogue, language))])
    {
        Carriers = AccessSummary.Carriers(hers, language),
        ErasedOn = hers.Erasing?.DueAt,
    };
}

/// <summary>One form, test or lesson of hers.</summary>
public sealed record AccessWork(Session Session, string Title, IReadOnlyList<AccessAnswer> Answers)
{
    public static AccessWork Of(Session session, Catalogue catalogue, Language language)
    {
        var given = session.Submission.Count > 0 ? session.Submission : session.Answers;
        if (catalogue.Library.Lesson(session.Subject) is { } lesson)
            return new(session, lesson.Title.In(language), [.. given.SelectMany(answer => lesson.Quiz.Where(question => question.Id == answer.Path)
                .Select(question => new AccessAnswer(question.Stem.In(language), answer.Value, question.Options.FirstOrDefault(option => option.Id == answer.Value)?.Label.In(language) ?? answer.Value)))]);
        var form = catalogue.Forms.GetValueOrDefault(session.FormVersion);
        var code = Languages.Code(language);
        return new(session, form?.Titles.GetValueOrDefault(code) ?? form?.Titles.Values.FirstOrDefault() ?? session.Subject,
            [.. given.Where(answer => answer.Value.Length > 0).Select(answer => Answer(form?.Find(answer.Path), answer, code))]);
    }

    static AccessAnswer Answer(Question? question, GivenAnswer answer, string code) => question is null ? new(answer.Path, answer.Value, answer.Value)
        : new(question.Labels.GetValueOrDefault(code) ?? question.Labels.Values.FirstOrDefault(question.Name), answer.Value,
            question.HasChoices ? string.Join(", ", answer.Value.Split(' ').Select(name => question.Choices.FirstOrDefault(choice => choice.Name == name)?.Label(code) ?? name)) : answer.Value);
}

/// <summary>An answer of hers.</summary>
/// <param name="Value">As it is kept.</param>
/// <param name="Words">As she reads it.</param>
public sealed record AccessAnswer(string Question, string Value, string Words);

/// <summary>A message of ours to her.</summary>
public sealed record AccessMessage(DateTimeOffset At, string Channel, string Text);
