using static RbcBot.Core.People.Privacy.Purpose;
using static RbcBot.Core.People.Privacy.Recipient;

namespace RbcBot.Core.People.Privacy;

/// <summary>The register: everything that any store keeps, with why, how long and for whom. A test fails for a collection, table or fact that is not in it.</summary>
public static class ProcessingRegister
{
    static readonly IReadOnlyList<Purpose> None = [], All = Purposes.All;

    public static readonly IReadOnlyList<RegisterEntry> Entries =
    [
        new("contacts", true, Ground.Consent, Keeping.Person, All, [Team, Coaches, Providers], ["addresses", "conversations", "person-joined", "person-parted", "address-left", "register", "people", "identities"]),
        new("consents", true, Ground.LegalDuty, Keeping.Person, None, [Team, Auditors], ["language-chosen", "consent-taken", "purposes-answered", "silenced", "silence-ended"]),
        new("answers", true, Ground.Consent, Keeping.Person, [Training, Purpose.Selection, Research], [Team, Committee, Analysts],
            ["sessions", "facts", "media", "session-started", "answer-given", "answer-refused", "session-paused", "session-resumed", "session-submitted", "session-withdrawn", "session-migrated"]),
        new("learning", true, Ground.Consent, Keeping.Person, [Training, Research], [Team, Coaches, Analysts], ["enrolments", "quiz-answered", "lesson-completed"]),
        new("selection", true, Ground.Consent, Keeping.Person, [Purpose.Selection], [Committee, Team], ["selections"]),
        new("talk", true, Ground.Consent, Keeping.Talk, [Training, Reminders], [Providers, Team], ["outbox", "unsent", "receipts", "early", "held", "givenup"]),
        new("reminders", true, Ground.Consent, Keeping.Moment, [Reminders], [Providers], ["reminders", "nudge-decided"]),
        new("incoming", true, Ground.Consent, Keeping.Days, [Training], [Providers], ["inbox", "heard", "waiting"]),
        new("aside", true, Ground.Security, Keeping.SetAside, None, [Operators], ["aside"]),
        new("linkcodes", true, Ground.Consent, Keeping.Moment, [Training], [], ["linkcodes", "link_codes"]),
        new("alerts", true, Ground.VitalInterest, Keeping.Alerts, None, [Safeguarding], ["alerts", "unseenalerts", "safety-raised", "call-asked", "patient-text-masked"]),
        new("accounts", true, Ground.PublicTask, Keeping.Need, None, [Operators], ["accounts", "accountnames", "administrators", "stays", "invitations", "safety"]),
        new("audit", true, Ground.LegalDuty, Keeping.Audit, None, [Auditors, Operators], ["audit", "erasures"]),
        new("breaches", true, Ground.LegalDuty, Keeping.Audit, None, [Auditors, Team], ["breaches"]),
        new("programme", false, Ground.PublicTask, Keeping.Need, None, [Team], ["rounds", "files", "templates", "privacy", "retention"]),
        new("working", false, Ground.Security, Keeping.Need, None, [Operators], ["commits", "nodes", "lanes", "leases", "rates", "documents", "keys", "vault", "session_counts", "register_built"]),
    ];
}
