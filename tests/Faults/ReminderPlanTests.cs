using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>F13: reminders that a bot that was down brings late keep to the plan and to the quiet hours.</summary>
public sealed class ReminderPlanTests
{
    const string First = "remind:amina-1/2/0";

    static readonly Catalogue Catalogue = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    // A Wednesday in January.
    static readonly DateTimeOffset Planned = new(2026, 1, 14, 7, 0, 0, TimeSpan.Zero);

    readonly Conversation talk = new Dialogue(Catalogue).Enters("B1").Says("en").Presses("I agree").Says("Huye").Conversation;

    [Fact]
    public void One_that_comes_at_night_waits_for_the_morning_and_is_not_used_up()
    {
        var turn = At(Planned.AddHours(12)); // nine in the evening in Kigali
        Assert.Empty(turn.Replies);
        Assert.Equal((First, Planned.AddHours(23)), (turn.Reminders[0].Subject, turn.Reminders[0].DueAt));
    }

    [Fact]
    public void The_next_follows_the_plan_and_not_the_moment_at_which_this_one_came() =>
        Assert.Equal(Planned.AddDays(3), At(Planned.AddHours(30)).Reminders[0].DueAt);

    [Fact]
    public void But_never_two_on_one_day()
    {
        var now = Planned.AddDays(6).AddHours(3);
        Assert.Equal(now.AddDays(1), At(now).Reminders[0].DueAt);
    }

    Turn At(DateTimeOffset now) => Talk.Take(talk, new Inbound(new Address("web", "amina-phone"), "due", Said.Due(First), Planned), Catalogue, Flows.All, now);
}
