using RbcBot.Core.Content;

namespace RbcBot.Core.Safety;

/// <summary>Who is on duty, and the numbers on the card, as the console changes them.</summary>
/// <param name="Duties">In the order they were written.</param>
/// <param name="Numbers">Replace those of the content folder; empty while nobody changed them.</param>
public sealed record SafetySettings(IReadOnlyList<Duty> Duties, IReadOnlyList<Helpline> Numbers)
{
    public static readonly SafetySettings None = new([], []);

    /// <summary>Sign-in names of who is on duty; empty when nobody is.</summary>
    public IReadOnlyList<string> OnDuty(DateTimeOffset now) => [.. Duties.Where(duty => duty.Covers(now)).Select(duty => duty.Name).Distinct()];
}
