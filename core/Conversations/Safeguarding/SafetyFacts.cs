using RbcBot.Core.People;
using RbcBot.Core.Safety;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>A text spoke of danger and the card was shown. What was written is not in it.</summary>
/// <param name="Lexicon">Version of the lexicon that found it; "" when the text could not be read.</param>
/// <param name="Session">In which session it was written; null outside of any.</param>
public sealed record SafetyRaised(PersonId Person, DateTimeOffset At, SafetyLevel Level, string Lexicon, string? Session) : Fact(Person, At);

/// <summary>The person asked that somebody calls her, and so agreed to it.</summary>
public sealed record CallAsked(PersonId Person, DateTimeOffset At) : Fact(Person, At);

/// <summary>A text named a patient, and only its masked copy was kept.</summary>
/// <param name="Found">What was masked.</param>
public sealed record PatientTextMasked(PersonId Person, DateTimeOffset At, IReadOnlyList<PatientMark> Found, string? Session) : Fact(Person, At);
