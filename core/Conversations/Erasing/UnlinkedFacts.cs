using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>Facts of one person, one after the other: those before tell on which version of its form a session stood.</summary>
sealed class UnlinkedFacts(ErasureNames names, IReadOnlyDictionary<string, Form> forms, Unlinking unlinking)
{
    readonly Dictionary<string, string> versions = [];

    /// <summary>The fact as it stays; null when it goes, as one does that this version does not know.</summary>
    public Fact? Of(Fact fact) => Unlinked(fact) is { } stays ? stays with { Person = names.Stays, At = Unlinking.Day(fact.At) } : null;

    Fact? Unlinked(Fact fact) => fact switch
    {
        LanguageChosen or CallAsked or Silenced or SilenceEnded => fact,
        ConsentTaken taken => taken with { Consent = taken.Consent with { At = Unlinking.Day(taken.Consent.At) } },
        NudgeDecided decided => decided with { Address = decided.Address is { } address ? new Address(address.Channel, "") : null, Until = decided.Until is { } until ? Unlinking.Day(until) : null },
        SafetyRaised raised => raised with { Session = Id(raised.Session) },
        PatientTextMasked masked => masked with { Session = Id(masked.Session) },
        // Whom she turned out to be, and where she was reached.
        PersonJoined or PersonParted or AddressLeft => null,
        _ => OfSession(fact),
    };

    Fact? OfSession(Fact fact) => fact switch
    {
        SessionStarted started => Started(started),
        SessionMigrated migrated => Migrated(migrated),
        AnswerGiven given => given with { Session = unlinking.IdOf(given.Session), Value = Value(given.Session, given.Path, given.Value) },
        AnswerRefused refused => refused with { Session = unlinking.IdOf(refused.Session) },
        SessionPaused paused => paused with { Session = unlinking.IdOf(paused.Session) },
        SessionResumed resumed => resumed with { Session = unlinking.IdOf(resumed.Session) },
        SessionSubmitted submitted => submitted with { Session = unlinking.IdOf(submitted.Session) },
        SessionWithdrawn withdrawn => withdrawn with { Session = unlinking.IdOf(withdrawn.Session) },
        QuizAnswered quiz => quiz with { Session = unlinking.IdOf(quiz.Session) },
        LessonCompleted completed => completed with { Session = unlinking.IdOf(completed.Session) },
        _ => null,
    };

    SessionStarted Started(SessionStarted started)
    {
        versions[started.Session] = started.FormVersion;
        return started with { Session = unlinking.IdOf(started.Session) };
    }

    SessionMigrated Migrated(SessionMigrated migrated)
    {
        var dropped = migrated.Dropped.Select(one => one with { Value = UnlinkedValue.Of(unlinking.Question(migrated.From, one.Path), one.Value) });
        versions[migrated.Session] = migrated.To;
        return migrated with { Session = unlinking.IdOf(migrated.Session), Dropped = [.. dropped] };
    }

    string Value(string session, string path, string value) => UnlinkedValue.Of(forms.Count > 0 ? unlinking.Question(versions.GetValueOrDefault(session, ""), path) : null, value);

    string? Id(string? session) => session is null ? null : unlinking.IdOf(session);
}
