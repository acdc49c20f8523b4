using RbcBot.Core.Calendar;
using RbcBot.Core.Content;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Safety;

/// <summary>The list of alerts.</summary>
/// <param name="Latest">The newest first.</param>
/// <param name="OnDuty">Sign-in names.</param>
public sealed record SafetyView(IReadOnlyList<SafetyAlert> Latest, IReadOnlyList<string> OnDuty, IReadOnlyList<Helpline> Numbers, DateTimeOffset Now)
{
    /// <summary>Alerts on the page.</summary>
    public const int Most = 200;

    /// <summary>Numbers that should be called again.</summary>
    public IReadOnlyList<Helpline> Stale => [.. Numbers.Where(number => number.IsStale(KigaliTime.Day(Now)))];

    /// <summary>How many texts named a patient, of those on the page.</summary>
    public int Masked => Latest.Count(alert => alert.Matter == SafetyMatter.PatientText);

    /// <summary>The word of its state: closed, seen, late, unseen or counted.</summary>
    public string State(SafetyAlert alert) =>
        alert.ClosedAt is not null ? "closed"
        : alert.SeenAt is not null ? "seen"
        : alert.Target is null ? "counted"
        : alert.IsLate(Now) ? "late"
        : "unseen";
}
