namespace RbcBot.Core.People.Privacy;

/// <summary>Why data may be held.</summary>
public enum Ground
{
    /// <summary>The person agreed to it.</summary>
    Consent,

    /// <summary>RBC trains health workers: its task by law.</summary>
    PublicTask,

    /// <summary>A law asks for it.</summary>
    LegalDuty,

    /// <summary>Somebody's life may hang on it.</summary>
    VitalInterest,

    /// <summary>Without it the system could not be run safely.</summary>
    Security,
}

/// <summary>Until when data are held.</summary>
public enum Keeping
{
    /// <summary>Until the person is erased: at her wish, or by the rules for rejected applicants and for the programme.</summary>
    Person,

    /// <summary>By the rule for messages.</summary>
    Talk,

    /// <summary>By the rule for alerts.</summary>
    Alerts,

    /// <summary>By the rule for the audit trail.</summary>
    Audit,

    /// <summary>By the rule for what was set aside.</summary>
    SetAside,

    /// <summary>Some days at most, until nobody brings it a second time.</summary>
    Days,

    /// <summary>Some minutes or hours, until it is used or over.</summary>
    Moment,

    /// <summary>As long as the account, or the programme's own papers, are needed.</summary>
    Need,
}

/// <summary>Who gets to see data.</summary>
public enum Recipient { Team, Committee, Coaches, Safeguarding, Auditors, Analysts, Providers, Operators }

/// <summary>One kind of data that is held: an entry of the register of processing (law 058/2021, article 17; GDPR, article 30).</summary>
/// <param name="Word">Ends its text keys.</param>
/// <param name="IsPersonal">Whether it is about people.</param>
/// <param name="Uses">What people agree to it for; none where it is held by another ground.</param>
/// <param name="Stored">Names under which stores keep it: collections, tables, facts and folders.</param>
public sealed record RegisterEntry(
    string Word, bool IsPersonal, Ground Ground, Keeping Keeping, IReadOnlyList<Purpose> Uses, IReadOnlyList<Recipient> Recipients, IReadOnlyList<string> Stored);
