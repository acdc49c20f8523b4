using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using Standing = RbcBot.Core.Conversations.Nudges.Standing;

namespace RbcBot.Tests.Core.Conversations.Nudges;

public sealed class BudgetTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 14, 8, 0, 0, TimeSpan.Zero);
    static readonly Address Phone = new("whatsapp", "+250700000000"), Chat = new("telegram", "7");
    static readonly Intent Lesson = new(IntentKind.Nudge, "lesson:EPI-01") { Template = new("lesson", ["x", "4"]) };

    static readonly TemplateBudget Budget = new([new("whatsapp", "utility", 0.004m), new("whatsapp", "marketing", 0.0225m)])
    {
        Categories = new Dictionary<string, string> { ["lesson"] = "marketing" },
        Currency = "USD",
        Limit = 1m,
    };

    [Theory]
    [InlineData(0.9775, SendOutcome.Template)]
    [InlineData(0.9776, SendOutcome.HoldUntil)]
    public void A_template_goes_only_as_long_as_the_budget_has_room_for_it(double spent, SendOutcome outcome)
    {
        var decision = Decide(Lesson, (decimal)spent, Phone);
        Assert.Equal(outcome, decision.Outcome);
        // 1 February 2026 is a Sunday and the feast of heroes, made up for on Monday.
        Assert.Equal(outcome == SendOutcome.HoldUntil ? new DateTimeOffset(2026, 2, 3, 6, 0, 0, TimeSpan.Zero) : null, decision.Until);
    }

    [Fact]
    public void Without_room_a_nudge_goes_by_another_channel() => Assert.Equal((SendOutcome.FreeForm, Chat), Went(Decide(Lesson, 1m, Phone, Chat)));

    [Fact]
    public void A_cheaper_template_may_still_go() => Assert.Equal((SendOutcome.Template, Phone), Went(Decide(Lesson with { Template = new("reminder", ["x"]) }, 0.99m, Phone)));

    [Fact]
    public void What_the_person_waits_for_and_replies_go_whatever_was_spent()
    {
        Assert.Equal((SendOutcome.Template, Phone), Went(Decide(Lesson with { IsAwaited = true }, 5m, Phone)));
        Assert.Equal((SendOutcome.FreeForm, Phone), Went(Decide(new Intent(IntentKind.Reply, ""), 5m, Phone)));
    }

    [Fact]
    public void The_reason_is_told() => Assert.Equal(SendReason.BudgetUsedUp, Decide(Lesson, 1m, Phone).Reason);

    [Fact]
    public void What_would_come_too_late_is_dropped() => Assert.Equal(SendReason.Expired, Decide(Lesson with { Expires = Now.AddDays(2) }, 1m, Phone).Reason);

    /// <summary>100 lessons and 50 reminders sent, 200 reminders planned.</summary>
    [Theory]
    [InlineData(null, BudgetState.NotSet)]
    [InlineData(3.25, BudgetState.Well)]
    [InlineData(3.2499, BudgetState.WillBePassed)]
    [InlineData(2.4525, BudgetState.UsedUp)]
    public void The_outlook_says_how_the_month_will_end(double? limit, BudgetState state)
    {
        var outlook = BudgetOutlook.Of(
            Budget with { Limit = (decimal?)limit }, [new("whatsapp", "lesson", 100), new("whatsapp", "reminder", 50)],
            [new("whatsapp", "remind", 200), new("telegram", "remind", 900), new("whatsapp", "migrate", 7)], ChannelRule.Of);
        Assert.Equal((2.45m, 3.25m, state), (outlook.Spent, outlook.Forecast, outlook.State));
        Assert.Equal([("marketing", 100L, 0L), ("utility", 50L, 200L)], outlook.Lines.Select(line => (line.Category, line.Sent, line.Planned)));
    }

    [Fact]
    public void What_has_no_price_is_told() =>
        Assert.True(BudgetOutlook.Of(TemplateBudget.None, [new("whatsapp", "lesson", 1)], [], ChannelRule.Of).LacksPrices);

    [Theory]
    [InlineData("2026-12-31T21:59:59Z", "2026-12", "2026-12-31T22:00:00Z")]
    [InlineData("2026-12-31T22:00:00Z", "2027-01", "2027-01-31T22:00:00Z")]
    public void Months_are_those_of_Kigali(string moment, string month, string next)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((month, DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture)), (TemplateCount.Month(at), TemplateCount.NextMonth(at)));
    }

    static SendDecision Decide(Intent intent, decimal spent, params Address[] addresses) => SendPolicy.Decide(
        new Standing([.. addresses.Select(address => new Reach(address, Now.AddDays(-3)))]) { HasAgreed = true }, intent, Now,
        new SendRules(QuietHours.ByRule, ChannelRule.Of, Budget with { Spent = spent }));

    static (SendOutcome, Address?) Went(SendDecision decision) => (decision.Outcome, decision.To);
}
