namespace RbcBot.Core.People.Privacy;

/// <summary>What a person's data may be used for; she agrees to each on its own.</summary>
public enum Purpose
{
    /// <summary>Lessons, tests, feedback on them, certificates.</summary>
    Training,

    /// <summary>Choosing who takes part.</summary>
    Selection,

    /// <summary>Interviews on needs, statistics, reports and files for analysis.</summary>
    Research,

    /// <summary>Writing to the person first.</summary>
    Reminders,
}
