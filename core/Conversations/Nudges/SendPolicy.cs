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

    public static SendDecision Decide(Standing person, Intent intent, DateTimeOffset now, SendRules rules)
    {
        var open = person.Addresses.Where(reach => reach is { IsBlocked: false, IsBad: false }).ToList();
        if (intent.Kind == IntentKind.Reply)
            return open.Count == 0 ? Drop(Shut(person)) : new(SendOutcome.FreeForm, SendReason.Allowed, open[0].Address);
        return Refused(person, intent, open.Count, now) ?? Held(person, intent, now, rules.Quiet) ?? Routed(person, intent, open, now, rules);
    }

    static SendDecision? Refused(Standing person, Intent intent, int open, DateTimeOffset now) =>
        !person.HasAgreed ? Drop(SendReason.NotAgreed)
        : person.IsSilenced ? Drop(SendReason.OptedOut)
        : person.RefusesReminders && !intent.IsAwaited ? Drop(SendReason.RemindersRefused)
        : open == 0 ? Drop(Shut(person))
        : intent.Expires <= now ? Drop(SendReason.Expired)
        : null;

    static SendDecision? Held(Standing person, Intent intent, DateTimeOffset now, QuietHours quiet)
    {
        if (person.Unanswered >= MostUnanswered && !intent.IsAwaited)
            return new(SendOutcome.HoldUntilHeard, SendReason.AutoPaused);
        var (earliest, reason) = Limits(person, intent, now).Prepend((now, SendReason.QuietHours)).MaxBy(limit => limit.Item1);
        var allowed = quiet.NextAllowed(earliest);
        return allowed <= now ? null
            : intent.Expires <= allowed ? Drop(SendReason.Expired)
            : new(SendOutcome.HoldUntil, reason) { Until = allowed };
    }

    static IEnumerable<(DateTimeOffset Until, SendReason Reason)> Limits(Standing person, Intent intent, DateTimeOffset now)
    {
        if (person.QuietUntil is { } quiet)
            yield return (quiet, SendReason.InDanger);
        if (person.RestsAt is { } rests)
            yield return (rests, SendReason.InterviewRunning);
        if (person.Nudges.Count == 0 || intent.IsAwaited)
            yield break;
        var distance = Distances[person.Unanswered];
        yield return (Midnight(KigaliTime.Day(person.Nudges[^1]).AddDays(distance)), distance == 1 ? SendReason.DayCap : SendReason.Silence);
        if (person.Nudges.Where(nudge => nudge > now.AddDays(-WeekDays)).ToList() is { Count: >= MostAWeek } week)
            yield return (week[^MostAWeek].AddDays(WeekDays), SendReason.WeekCap);
    }

    static SendDecision Routed(Standing person, Intent intent, List<Reach> open, DateTimeOffset now, SendRules rules)
    {
        foreach (var reach in open)
            if (Form(person, intent, reach, now, rules) is { } decision)
                return decision with { IsLast = !intent.IsAwaited && person.Unanswered + 1 >= MostUnanswered };
        return open.Any(reach => WantsTemplate(intent, reach, now, rules.RuleOf(reach.Address.Channel)))
            ? UntilNextMonth(intent, now, rules.Quiet)
            : new(SendOutcome.HoldUntilHeard, Closed(open[0]));
    }

    static SendDecision? Form(Standing person, Intent intent, Reach reach, DateTimeOffset now, SendRules rules)
    {
        var rule = rules.RuleOf(reach.Address.Channel);
        return rule.IsOpen(reach.LastHeard, now) ? new(SendOutcome.FreeForm, SendReason.Allowed, reach.Address)
            : WantsTemplate(intent, reach, now, rule) && HasRoom(intent, reach.Address.Channel, rules.Budget)
                ? new(SendOutcome.Template, Closed(reach), reach.Address) { Language = person.Language }
            : null;
    }

    static bool WantsTemplate(Intent intent, Reach reach, DateTimeOffset now, ChannelRule rule) =>
        !rule.IsOpen(reach.LastHeard, now) && rule.FirstContact == FirstContact.Template && intent.Template is not null;

    // What the person waits for goes all the same: there is one of it, and the month's end is far.
    static bool HasRoom(Intent intent, string channel, TemplateBudget budget) => intent.IsAwaited || intent.Template is not { } template || budget.HasRoom(channel, template.Name);

    static SendDecision UntilNextMonth(Intent intent, DateTimeOffset now, QuietHours quiet)
    {
        var until = quiet.NextAllowed(TemplateCount.NextMonth(now));
        return intent.Expires <= until ? Drop(SendReason.Expired) : new(SendOutcome.HoldUntil, SendReason.BudgetUsedUp) { Until = until };
    }

    // Where another address may be asked for, that is the reason to tell.
    static SendReason Shut(Standing person) => person.Addresses.Any(reach => reach.IsBad) ? SendReason.BadAddress : SendReason.Blocked;

    static SendReason Closed(Reach reach) => reach.LastHeard is null ? SendReason.NoFirstContact : SendReason.WindowClosed;

    static SendDecision Drop(SendReason reason) => new(SendOutcome.Drop, reason);

    static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, KigaliTime.Zone.BaseUtcOffset).ToUniversalTime();
}
