using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using Standing = RbcBot.Core.Conversations.Nudges.Standing;

namespace RbcBot.Tests.Core.Conversations.Nudges;

/// <summary>The policy as a table. All times are of the clock in Kigali.</summary>
public sealed class SendPolicyTests
{
    static readonly Address Phone = new("whatsapp", "+250700000000"), Chat = new("telegram", "7"), Sms = new("sms", "+250700000000");

    static readonly DateTimeOffset Wednesday = Kigali("2026-01-14 10:00:00");

    static readonly Standing Known = new([new Reach(Chat, Wednesday.AddDays(-30))]) { HasAgreed = true, Language = Language.Rw };

    static readonly Intent Nudge = new(IntentKind.Nudge, "lesson:EPI-01") { Template = new("lesson", ["x", "4"]) };

    static readonly Intent Reply = new(IntentKind.Reply, "");

    [Theory]
    [InlineData("2026-01-14 08:00:00", null)]
    [InlineData("2026-01-14 19:59:59", null)]
    [InlineData("2026-01-14 20:00:00", "2026-01-15 08:00:00")]
    [InlineData("2026-01-14 07:59:59", "2026-01-14 08:00:00")]
    [InlineData("2026-01-18 12:00:00", "2026-01-19 08:00:00")] // a Sunday
    [InlineData("2026-01-31 11:59:59", "2026-01-31 12:00:00")] // Umuganda
    [InlineData("2026-01-31 12:00:00", null)]
    [InlineData("2026-08-15 10:00:00", "2026-08-18 08:00:00")] // a holiday on a Saturday, its day in lieu on the Monday
    [InlineData("2030-04-06 20:00:00", "2030-04-15 08:00:00")] // 7 April on a Sunday: the week of commemoration, and the Sunday after it
    [InlineData("2028-02-29 08:00:00", null)]
    public void Quiet_hours_hold_a_nudge_to_the_minute(string now, string? until)
    {
        var decision = Decide(Known, Nudge, Kigali(now));
        Assert.Equal(until is null ? null : Kigali(until), decision.Until);
        Assert.Equal(until is null ? (SendOutcome.FreeForm, SendReason.Allowed) : (SendOutcome.HoldUntil, SendReason.QuietHours), (decision.Outcome, decision.Reason));
    }

    [Theory]
    [InlineData("23:54:59", SendOutcome.FreeForm, SendReason.Allowed)]
    [InlineData("23:55:00", SendOutcome.Template, SendReason.WindowClosed)]
    [InlineData("23:59:59", SendOutcome.Template, SendReason.WindowClosed)]
    [InlineData("1.00:00:00", SendOutcome.Template, SendReason.WindowClosed)]
    public void WhatsApps_window_closes_five_minutes_early(string since, SendOutcome outcome, SendReason reason)
    {
        var person = Known with { Addresses = [new Reach(Phone, Wednesday - TimeSpan.Parse(since, CultureInfo.InvariantCulture))] };
        var decision = Decide(person, Nudge, Wednesday);
        Assert.Equal((outcome, reason, Phone), (decision.Outcome, decision.Reason, decision.To));
        Assert.Equal(outcome == SendOutcome.Template ? Language.Rw : null, decision.Language);
    }

    [Fact]
    public void The_window_is_of_the_address_and_not_of_the_person() => Assert.Equal(
        (SendOutcome.FreeForm, Chat),
        Went(Known with { Addresses = [new Reach(Phone, Wednesday.AddDays(-2)), new Reach(Chat, Wednesday.AddDays(-9))] }, Nudge with { Template = null }));

    [Fact]
    public void Without_template_and_other_address_it_waits_until_the_person_speaks() => Assert.Equal(
        (SendOutcome.HoldUntilHeard, SendReason.WindowClosed),
        Became(Known with { Addresses = [new Reach(Phone, Wednesday.AddDays(-2))] }, Nudge with { Template = null }));

    [Fact]
    public void The_first_contact_is_ours_by_SMS_and_by_template_and_never_on_Telegram()
    {
        Assert.Equal((SendOutcome.FreeForm, Sms), Went(Known with { Addresses = [new Reach(Sms, null)] }, Nudge));
        Assert.Equal((SendOutcome.Template, Phone), Went(Known with { Addresses = [new Reach(Phone, null)] }, Nudge));
        Assert.Equal((SendOutcome.HoldUntilHeard, SendReason.NoFirstContact), Became(Known with { Addresses = [new Reach(Chat, null)] }, Nudge));
    }

    [Fact]
    public void A_blocked_address_is_passed_over()
    {
        var blocked = new Reach(Chat, Wednesday, IsBlocked: true);
        Assert.Equal((SendOutcome.FreeForm, Phone), Went(Known with { Addresses = [blocked, new Reach(Phone, Wednesday)] }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.Blocked), Became(Known with { Addresses = [blocked] }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.Blocked), Became(Known with { Addresses = [blocked] }, Reply));
    }

    [Fact]
    public void A_bad_address_is_passed_over_and_told_from_a_blocked_one()
    {
        var (bad, blocked) = (new Reach(Sms, Wednesday) { IsBad = true }, new Reach(Chat, Wednesday, IsBlocked: true));
        Assert.Equal((SendOutcome.FreeForm, Phone), Went(Known with { Addresses = [bad, new Reach(Phone, Wednesday)] }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.BadAddress), Became(Known with { Addresses = [bad] }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.BadAddress), Became(Known with { Addresses = [blocked, bad] }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.BadAddress), Became(Known with { Addresses = [bad] }, Reply));
    }

    [Fact]
    public void Who_did_not_come_to_us_or_opted_out_gets_no_nudge()
    {
        Assert.Equal((SendOutcome.Drop, SendReason.NotAgreed), Became(Known with { HasAgreed = false }, Nudge));
        Assert.Equal((SendOutcome.Drop, SendReason.OptedOut), Became(Known with { IsSilenced = true }, Nudge));
    }

    [Fact]
    public void A_reply_goes_at_any_time_and_to_anybody_who_lets_us_in() => Assert.Equal(
        (SendOutcome.FreeForm, SendReason.Allowed),
        Became(Known with { IsSilenced = true, HasAgreed = false, Unanswered = 9, Nudges = [Wednesday], RestsAt = Wednesday.AddHours(9) }, Reply));

    [Theory]
    [InlineData("2026-01-14 23:59:59", SendReason.DayCap)]
    [InlineData("2026-01-15 00:00:00", SendReason.QuietHours)]
    public void The_cap_of_a_day_ends_at_midnight_in_Kigali(string now, SendReason reason)
    {
        var decision = Decide(Known with { Nudges = [Kigali("2026-01-14 19:59:59")] }, Nudge, Kigali(now));
        Assert.Equal((reason, Kigali("2026-01-15 08:00:00")), (decision.Reason, decision.Until));
    }

    [Theory]
    [InlineData("2026-01-19 09:59:59", SendOutcome.HoldUntil)]
    [InlineData("2026-01-19 10:00:00", SendOutcome.FreeForm)]
    public void The_sixth_nudge_waits_until_the_first_is_seven_days_old(string now, SendOutcome outcome)
    {
        var five = Enumerable.Range(12, 5).Select(day => Kigali($"2026-01-{day} 10:00:00")).ToList();
        var decision = Decide(Known with { Nudges = five }, Nudge, Kigali(now));
        Assert.Equal((outcome, outcome == SendOutcome.HoldUntil ? Kigali("2026-01-19 10:00:00") : null), (decision.Outcome, decision.Until));
    }

    [Theory]
    [InlineData(0, "2028-02-29 08:00:00", SendReason.DayCap)]
    [InlineData(1, "2028-02-29 08:00:00", SendReason.DayCap)]
    [InlineData(2, "2028-03-01 08:00:00", SendReason.Silence)]
    [InlineData(3, "2028-03-03 08:00:00", SendReason.Silence)]
    public void Silence_lengthens_the_distance_over_a_leap_day_too(int unanswered, string until, SendReason reason)
    {
        var decision = Decide(Known with { Nudges = [Kigali("2028-02-28 10:00:00")], Unanswered = unanswered }, Nudge, Kigali("2028-02-28 11:00:00"));
        Assert.Equal((Kigali(until), reason), (decision.Until, decision.Reason));
    }

    [Fact]
    public void The_fourth_unanswered_nudge_is_the_last_and_says_so()
    {
        var longAgo = Known with { Nudges = [Wednesday.AddDays(-6)] };
        Assert.False(Decide(longAgo with { Unanswered = 2 }, Nudge, Wednesday).IsLast);
        Assert.True(Decide(longAgo with { Unanswered = 3 }, Nudge, Wednesday).IsLast);
        Assert.Equal((SendOutcome.HoldUntilHeard, SendReason.AutoPaused), Became(longAgo with { Unanswered = 4 }, Nudge));
    }

    /// <summary>Caps and her silence do not hold what the person waits for.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(5, 4)]
    public void What_the_person_waits_for_is_held_by_no_cap(int nudges, int unanswered)
    {
        var person = Known with { Nudges = [.. Enumerable.Range(0, nudges).Select(day => Wednesday.AddDays(day - nudges).AddHours(20))], Unanswered = unanswered };
        Assert.NotEqual(SendOutcome.FreeForm, Decide(person, Nudge, Wednesday).Outcome);
        var decision = Decide(person, Nudge with { IsAwaited = true }, Wednesday);
        Assert.Equal((SendOutcome.FreeForm, SendReason.Allowed, false), (decision.Outcome, decision.Reason, decision.IsLast));
    }

    [Fact]
    public void What_the_person_waits_for_keeps_quiet_hours_consent_and_a_running_interview()
    {
        var letter = Nudge with { IsAwaited = true };
        Assert.Equal(Kigali("2026-01-15 08:00:00"), Decide(Known, letter, Kigali("2026-01-14 20:00:00")).Until);
        Assert.Equal((SendOutcome.Drop, SendReason.NotAgreed), Became(Known with { HasAgreed = false }, letter));
        Assert.Equal((SendOutcome.Drop, SendReason.OptedOut), Became(Known with { IsSilenced = true }, letter));
        Assert.Equal((SendOutcome.HoldUntil, SendReason.InterviewRunning), Became(Known with { RestsAt = Wednesday.AddMinutes(1) }, letter));
    }

    [Fact]
    public void Somebody_at_a_question_is_not_interrupted() => Assert.Equal(
        (SendReason.InterviewRunning, Wednesday.AddMinutes(1)),
        (Decide(Known with { RestsAt = Wednesday.AddMinutes(1) }, Nudge, Wednesday).Reason, Decide(Known with { RestsAt = Wednesday.AddMinutes(1) }, Nudge, Wednesday).Until));

    [Fact]
    public void What_rests_now_may_be_interrupted() =>
        Assert.Equal((SendOutcome.FreeForm, SendReason.Allowed), Became(Known with { RestsAt = Wednesday }, Nudge));

    [Theory]
    [InlineData("2026-01-14 20:00:00", "2026-01-14 20:00:00")] // over already
    [InlineData("2026-01-14 20:00:00", "2026-01-15 08:00:00")] // over by the morning
    public void What_would_come_too_late_is_dropped(string now, string expires) =>
        Assert.Equal((SendOutcome.Drop, SendReason.Expired), Of(Decide(Known, Nudge with { Expires = Kigali(expires) }, Kigali(now))));

    static SendDecision Decide(Standing person, Intent intent, DateTimeOffset now) => SendPolicy.Decide(person, intent, now, new SendRules(QuietHours.ByRule, ChannelRule.Of, TemplateBudget.None));

    static (SendOutcome, SendReason) Became(Standing person, Intent intent) => Of(Decide(person, intent, Wednesday));

    static (SendOutcome, Address?) Went(Standing person, Intent intent) => Decide(person, intent, Wednesday) is var decision ? (decision.Outcome, decision.To) : default;

    static (SendOutcome, SendReason) Of(SendDecision decision) => (decision.Outcome, decision.Reason);

    static DateTimeOffset Kigali(string clock) =>
        new DateTimeOffset(DateTime.Parse(clock, CultureInfo.InvariantCulture), TimeSpan.FromHours(2)).ToUniversalTime();
}
