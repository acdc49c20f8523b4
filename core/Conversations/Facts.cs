using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Something that happened and is never edited: what statistics and reports read.</summary>
public abstract record Fact(PersonId Person, DateTimeOffset At);

public sealed record LanguageChosen(PersonId Person, DateTimeOffset At, Language Language) : Fact(Person, At);

/// <summary>Consent was given or refused, in which version and language.</summary>
public sealed record ConsentTaken(PersonId Person, DateTimeOffset At, Consent Consent) : Fact(Person, At);

/// <summary>Purposes were agreed to or refused, taken back or chosen anew; each with the words that were shown.</summary>
public sealed record PurposesAnswered(PersonId Person, DateTimeOffset At, IReadOnlyList<Consent> Consents) : Fact(Person, At);

public sealed record SessionStarted(PersonId Person, DateTimeOffset At, string Session, string Subject, string FormVersion) : Fact(Person, At);

/// <summary>An answer was taken; a correction is another one for the same path.</summary>
/// <param name="Value">Canonical value; "" when skipped.</param>
public sealed record AnswerGiven(PersonId Person, DateTimeOffset At, string Session, string Path, string Value) : Fact(Person, At);

/// <summary>An answer was refused by the author's rule.</summary>
public sealed record AnswerRefused(PersonId Person, DateTimeOffset At, string Session, string Path, string Why) : Fact(Person, At);

public sealed record SessionPaused(PersonId Person, DateTimeOffset At, string Session) : Fact(Person, At);

public sealed record SessionResumed(PersonId Person, DateTimeOffset At, string Session) : Fact(Person, At);

public sealed record SessionSubmitted(PersonId Person, DateTimeOffset At, string Session, string Subject) : Fact(Person, At);

public sealed record SessionWithdrawn(PersonId Person, DateTimeOffset At, string Session, string Subject) : Fact(Person, At);

/// <summary>A session went on to another version of its form; the facts before it tell what was answered on the one before.</summary>
/// <param name="From">The version it stood on.</param>
/// <param name="To">The version it stands on since.</param>
/// <param name="Dropped">Answers that did not come along, with their old values.</param>
public sealed record SessionMigrated(PersonId Person, DateTimeOffset At, string Session, string From, string To, IReadOnlyList<DroppedAnswer> Dropped) : Fact(Person, At);

/// <summary>A quiz option was chosen in a lesson.</summary>
public sealed record QuizAnswered(PersonId Person, DateTimeOffset At, string Session, string Question, string Option, bool IsRight, int Attempt) : Fact(Person, At);

public sealed record LessonCompleted(PersonId Person, DateTimeOffset At, string Session, string Lesson) : Fact(Person, At);

/// <summary>The person asked for silence: no nudges until she asks for them again.</summary>
public sealed record Silenced(PersonId Person, DateTimeOffset At) : Fact(Person, At);

/// <summary>The person ended the silence she had asked for.</summary>
public sealed record SilenceEnded(PersonId Person, DateTimeOffset At) : Fact(Person, At);

/// <summary>Two who were taken for two turned out to be one person; what happened to either before stands under her own id.</summary>
/// <param name="Person">Under whom both go on.</param>
/// <param name="Other">Who went along.</param>
public sealed record PersonJoined(PersonId Person, DateTimeOffset At, PersonId Other, JoinedBy By) : Fact(Person, At);

/// <summary>Two who were taken for one are two again.</summary>
/// <param name="Other">Who has again what she had brought.</param>
public sealed record PersonParted(PersonId Person, DateTimeOffset At, PersonId Other, JoinedBy By) : Fact(Person, At);

/// <summary>The person said that an address is hers no more.</summary>
public sealed record AddressLeft(PersonId Person, DateTimeOffset At, Address Address) : Fact(Person, At);

/// <summary>What became of a nudge, and why.</summary>
/// <param name="Subject">The words of its due inbound, such as lesson:EPI-01.</param>
/// <param name="Address">Where it went; null when it did not.</param>
/// <param name="Until">When it is decided again; null unless it is held until a moment.</param>
public sealed record NudgeDecided(
    PersonId Person, DateTimeOffset At, string Subject, Address? Address, SendOutcome What, SendReason Reason, DateTimeOffset? Until) : Fact(Person, At);
