namespace RbcBot.Core.People;

/// <summary>What somebody may do in the console; one person may have several. What each may see and do is the table in admin/Rights.</summary>
public enum Role
{
    /// <summary>Accounts, settings, channels; no vote in a selection and no validation.</summary>
    Administrator,

    /// <summary>Runs the programme: rounds, people, lessons, missions.</summary>
    ProgrammeOfficer,

    /// <summary>Reads applications and decides who is selected.</summary>
    Committee,

    /// <summary>Follows the trainees of her own group, and nobody else.</summary>
    Coach,

    /// <summary>Validates content for RBC.</summary>
    ValidatorRbc,

    /// <summary>Validates content for EUDiF.</summary>
    ValidatorEudif,

    /// <summary>Reads answers under pseudonyms.</summary>
    Analyst,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Reads what may be published.</summary>
    Communications,
}
