namespace RbcBot.Core.People.Privacy;

/// <summary>What goes after a time of its own.</summary>
public enum RetentionRule
{
    /// <summary>People who applied and got no place.</summary>
    Rejected,

    /// <summary>Messages that were sent to people.</summary>
    Talk,

    /// <summary>Everybody who took part, after the programme.</summary>
    Programme,

    /// <summary>Alerts of safeguarding.</summary>
    Alerts,

    /// <summary>The audit trail; it is never cut by itself, what is older is only told of.</summary>
    Audit,

    /// <summary>What came in and could not be dealt with.</summary>
    SetAside,
}

/// <summary>How long what is kept; facts/reliability.md 4.1 for the usual times.</summary>
/// <param name="RejectedMonths">After the decision of a selection.</param>
/// <param name="TalkMonths">After a message was sent.</param>
/// <param name="ProgrammeMonths">After the last day of the programme.</param>
/// <param name="AlertMonths">After an alert was raised.</param>
/// <param name="AuditYears">After an entry was noted.</param>
/// <param name="AsideDays">After it was set aside.</param>
public sealed record RetentionRules(int RejectedMonths, int TalkMonths, int ProgrammeMonths, int AlertMonths, int AuditYears, int AsideDays)
{
    const int MonthsOfYear = 12;

    public static readonly RetentionRules Usual = new(RejectedMonths: 6, TalkMonths: 12, ProgrammeMonths: 24, AlertMonths: 12, AuditYears: 5, AsideDays: 14);

    /// <summary>What is older than this moment goes; the programme's rule counts from its end.</summary>
    public DateTimeOffset Before(RetentionRule rule, DateTimeOffset now) => rule switch
    {
        RetentionRule.Rejected => now.AddMonths(-RejectedMonths),
        RetentionRule.Talk => now.AddMonths(-TalkMonths),
        RetentionRule.Programme => now.AddMonths(-ProgrammeMonths),
        RetentionRule.Alerts => now.AddMonths(-AlertMonths),
        RetentionRule.Audit => now.AddMonths(-AuditYears * MonthsOfYear),
        RetentionRule.SetAside => now.AddDays(-AsideDays),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
