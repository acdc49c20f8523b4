using RbcBot.Core.Calendar;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>Which message goes, when, where and in what form: the one place where it is decided.</summary>
public static class SendPolicy
{
    /// <summary>Nudges in any seven days, over all channels; docs/sources.md#nudges.</summary>
    public const int MostAWeek = 5;

    /// <summary>Nudges in a row without an answer after which none goes until the person speaks; docs/sources.md#nudges.</summary>
    public const int MostUnanswered = 4;

    /// <summary>Days of the rolling week.</summary>
    public const int WeekDays = 7;

    /// <summary>Days of the Kigali calendar from the last nudge to the next, by how many stay without an answer: the first two are the cap of one a day.</summary>
    static readonly IReadOnlyList<int> Distances = [1, 1, 2, 4];

    /// <param name="ruleOf">What a channel allows, by its word.</param>
    public static SendDecision Decide(Standing person, Intent intent, DateTimeOffset now, QuietHours quiet, Func<string, ChannelRule> ruleOf)
    {
        var open = person.Addresses.Where(reach => reach is { IsBlocked: false, IsBad: false }).ToList();
        if (intent.Kind == IntentKind.Reply)
            return open.Count == 0 ? Drop(Shut(person)) : new(SendOutcome.FreeForm, SendReason.Allowed, open[0].Address);
        return Refused(person, intent, open.Count, now) ?? Held(person, intent, now, quiet) ?? Routed(person, intent, open, now, ruleOf);
    }

    static SendDecision? Refused(Standing person, Intent intent, int open, DateTimeOffset now) =>
        !person.HasAgreed ? Drop(SendReason.NotAgreed)
        : person.IsSilenced ? Drop(SendReason.OptedOut)
        : open == 0 ? Drop(Shut(person))
        : intent.Expires <= now ? Drop(SendReason.Expired)
        : null;

    static SendDecision? Held(Standing person, Intent intent, DateTimeOffset now, QuietHours quiet)
    {
        if (person.Unanswered >= MostUnanswered)
            return new(SendOutcome.HoldUntilHeard, SendReason.AutoPaused);
        var (earliest, reason) = Limits(person, now).Prepend((now, SendReason.QuietHours)).MaxBy(limit => limit.Item1);
        var allowed = quiet.NextAllowed(earliest);
        return allowed <= now ? null
            : intent.Expires <= allowed ? Drop(SendReason.Expired)
            : new(SendOutcome.HoldUntil, reason) { Until = allowed };
    }

    static IEnumerable<(DateTimeOffset Until, SendReason Reason)> Limits(Standing person, DateTimeOffset now)
    {
        if (person.RestsAt is { } rests)
            yield return (rests, SendReason.InterviewRunning);
        if (person.Nudges.Count == 0)
            yield break;
        var distance = Distances[person.Unanswered];
        yield return (Midnight(KigaliTime.Day(person.Nudges[^1]).AddDays(distance)), distance == 1 ? SendReason.DayCap : SendReason.Silence);
        if (person.Nudges.Where(nudge => nudge > now.AddDays(-WeekDays)).ToList() is { Count: >= MostAWeek } week)
            yield return (week[^MostAWeek].AddDays(WeekDays), SendReason.WeekCap);
    }

    static SendDecision Routed(Standing person, Intent intent, List<Reach> open, DateTimeOffset now, Func<string, ChannelRule> ruleOf)
    {
        foreach (var reach in open)
            if (Form(person, intent, reach, now, ruleOf(reach.Address.Channel)) is { } decision)
                return decision with { IsLast = person.Unanswered + 1 >= MostUnanswered };
        return new(SendOutcome.HoldUntilHeard, Closed(open[0]));
    }

    static SendDecision? Form(Standing person, Intent intent, Reach reach, DateTimeOffset now, ChannelRule rule) =>
        rule.IsOpen(reach.LastHeard, now) ? new(SendOutcome.FreeForm, SendReason.Allowed, reach.Address)
        : rule.FirstContact == FirstContact.Template && intent.Template is not null
            ? new(SendOutcome.Template, Closed(reach), reach.Address) { Language = person.Language }
        : null;

    // Where another address may be asked for, that is the reason to tell.
    static SendReason Shut(Standing person) => person.Addresses.Any(reach => reach.IsBad) ? SendReason.BadAddress : SendReason.Blocked;

    static SendReason Closed(Reach reach) => reach.LastHeard is null ? SendReason.NoFirstContact : SendReason.WindowClosed;

    static SendDecision Drop(SendReason reason) => new(SendOutcome.Drop, reason);

    static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, KigaliTime.Zone.BaseUtcOffset).ToUniversalTime();
}
