using System.Net;
using RbcBot.Admin.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Channels;

public sealed class ChannelsPageTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_page_tells_class_and_reason_but_not_what_was_said()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels");
        Assert.Contains("63007 no such sender", html, StringComparison.Ordinal);
        Assert.Contains("Our settings", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Muraho", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_class_is_shown_to_who_asks_for_it()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels?kind=unknown");
        Assert.DoesNotContain("63007", html, StringComparison.Ordinal);
        Assert.Contains("time-out", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_counted_though_only_the_latest_are_shown()
    {
        await using var world = await WorldAsync();
        for (var number = 10; number < 260; number++)
            world.Deliveries.Add(Letter(number, SendState.Expired, "late"));
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels");
        Assert.Contains("Too late</a>: 250", html, StringComparison.Ordinal);
        Assert.Contains("The latest 200 of 252", html, StringComparison.Ordinal);
        Assert.Contains("252", await browser.GetAsync("/console"), StringComparison.Ordinal);
        Assert.Contains("63007", await browser.GetAsync("/console/channels?kind=alert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_report_may_still_tell_is_not_to_be_sent_again_yet()
    {
        await using var world = await WorldAsync();
        world.Deliveries.Add(Letter(3, SendState.Unknown, "no answer", new SendAttempt(DateTimeOffset.UtcNow, "telegram", SendState.Unknown, FailureClass.Unknown, "no answer")));
        world.Deliveries.Add(Letter(4, SendState.Unknown, "no answer", new SendAttempt(DateTimeOffset.UtcNow - Undelivered.ReportWait, "telegram", SendState.Unknown, FailureClass.Unknown, "no answer")));
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels?kind=unknown");
        Assert.DoesNotContain("value=\"a/3\"", html, StringComparison.Ordinal);
        Assert.Contains("may still report", html, StringComparison.Ordinal);
        Assert.Contains("value=\"a/4\"", html, StringComparison.Ordinal);
        world.Deliveries.Reports = false;
        Assert.Contains("value=\"a/3\"", await browser.GetAsync("/console/channels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_class_says_what_to_do()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        Assert.Contains("mend them as the reason says", await browser.GetAsync("/console/channels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_of_a_channel_is_told_with_its_number()
    {
        await using var world = await WorldAsync();
        world.Deliveries.Trouble = "503.9: The channel telegram refuses what our settings say.";
        using var browser = await world.SignedInAsync();
        Assert.Contains("503.9", await browser.GetAsync("/console/channels"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(3, "passes the month")]
    [InlineData(1, "is used up")]
    public async Task The_budget_is_shown_with_a_warning_before_it_is_passed(int limit, string? warning)
    {
        await using var world = await WorldAsync();
        world.Budget = new TemplateBudget([new("whatsapp", "utility", 0.004m)]) { Currency = "USD", Limit = limit };
        world.Deliveries.Templates.Add(new("whatsapp", "lesson", 400));
        world.Deliveries.Planned.Add(new("whatsapp", "remind", 500));
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels");
        Assert.Contains("1.6000 USD", html, StringComparison.Ordinal);
        Assert.Contains("3.6000 USD", html, StringComparison.Ordinal);
        Assert.Equal(warning, new[] { "passes the month", "is used up" }.SingleOrDefault(words => html.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_templates_and_budget_nothing_is_said_of_them()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        Assert.DoesNotContain("data-test=\"budget\"", await browser.GetAsync("/console/channels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_again_says_so()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/channels");
        Assert.Contains("at the end of its person", await browser.SubmitAsync("/console/channels", ("id", "a/1")), StringComparison.Ordinal);
        Assert.Equal(["a/1"], world.Deliveries.Resent);
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again_by_the_way()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/channels");
        await browser.SubmitAsync("/console/channels", ("id", "a/2"), ("twice", ""));
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        await browser.GetAsync("/console/channels");
        await browser.SubmitAsync("/console/channels", ("id", "a/2"), ("twice", "yes"));
        Assert.Equal(["a/2"], world.Deliveries.Resent);
    }

    [Fact]
    public async Task Person_s_page_shows_every_try()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels/people/p");
        Assert.Contains("503 busy", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Muraho", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_s_page_tells_why_she_was_not_written_to()
    {
        await using var world = await WorldAsync();
        world.Records.Conversations.Add(Conversation.New(new("q"), new("telegram", "78")) with
        {
            Decided =
            [
                new NudgeDecided(new("q"), Noon, "lesson:EPI-01", new("telegram", "78"), SendOutcome.FreeForm, SendReason.Allowed, null),
                new NudgeDecided(new("q"), Noon.AddHours(9), "lesson:EPI-02", null, SendOutcome.HoldUntil, SendReason.QuietHours, Noon.AddHours(20)),
            ],
        });
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/channels/people/q");
        Assert.Contains("Sent by telegram", html, StringComparison.Ordinal);
        Assert.Contains("Quiet hours", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("EPI-02", StringComparison.Ordinal) < html.IndexOf("EPI-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_decision_and_reason_has_its_words()
    {
        var keys = Enum.GetValues<SendOutcome>().Select(what => "what." + ChannelsView.Word(what)).Concat(Enum.GetValues<SendReason>().Select(why => "why." + ChannelsView.Word(why)));
        Assert.All(keys, key => Assert.True(Text.Has(Language.En, "console.decided." + key), key));
    }

    [Fact]
    public async Task Nobody_s_page_is_not_there()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/channels/people/nobody");
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    static async Task<ConsoleWorld> WorldAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        world.Deliveries.Add(Letter(1, SendState.Failed, "63007 no such sender", new(Noon, "telegram", SendState.Pending, FailureClass.Later, "503 busy"), new(Noon, "telegram", SendState.Failed, FailureClass.Alert, "63007 no such sender")));
        world.Deliveries.Add(Letter(2, SendState.Unknown, "time-out"));
        return world;
    }

    static Undelivered Letter(int number, SendState state, string reason, params SendAttempt[] attempts) => new(
        new PersonId("p"),
        new Sending($"a/{number}", new Address("telegram", "77"), number, new Outbound("Muraho"), state, 1, Noon, "") { Attempts = attempts },
        reason);
}
