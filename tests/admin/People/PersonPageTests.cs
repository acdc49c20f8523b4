using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.People;

public sealed class PersonPageTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly PersonId Older = new("p1"), Younger = new("p2");

    [Fact]
    public async Task The_page_tells_who_joined_whom_when_and_why_but_no_number()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        var html = WebUtility.HtmlDecode(await browser.GetAsync("/console/people/p1"));
        Assert.Contains("same facility", html, StringComparison.Ordinal);
        Assert.Contains("chief", html, StringComparison.Ordinal);
        Assert.Contains("whatsapp …111", html, StringComparison.Ordinal);
        Assert.DoesNotContain("250788111111", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_who_shares_a_phone_by_short_name_and_no_number()
    {
        await using var world = await WorldAsync();
        var phone = new SharedPhone(new("sms", "250788222333"), Younger) { Sharers = [new(Younger, "Keza"), new(Older, "Mugabo")] };
        world.Records.Conversations[1] = world.Records.Conversations[1] with { Shared = phone };
        world.Records.Conversations[0] = world.Records.Conversations[0] with { Reaches = [new Reach(phone.At, Noon) { Via = Younger, As = Older }] };
        using var browser = await world.SignedInAsync();
        var html = WebUtility.HtmlDecode(await browser.GetAsync("/console/people/p1"));
        Assert.Contains("Several people write from sms …333:", html, StringComparison.Ordinal);
        Assert.Contains(">Keza<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("250788222333", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_is_asked_of_the_younger_lane_with_who_and_why()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/people/p1");
        await browser.SubmitAsync("/console/people/p1/merge", ("other", "p2"), ("why", "one woman"));
        var asked = Assert.Single(world.Inbox.Accepted);
        Assert.Equal((Younger, BetweenKind.Merge, Older, "one woman"), (asked.For, asked.Said.Between!.Kind, asked.Said.Between.From, asked.Said.Between.By.Why));
        Assert.NotEmpty(asked.Said.Between.By.Administrator);
    }

    [Theory]
    [InlineData("p2", "")]
    [InlineData("p1", "because")]
    [InlineData("nobody", "because")]
    public async Task Without_a_reason_or_another_person_nothing_is_asked(string other, string why)
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/people/p1");
        await browser.SubmitAsync("/console/people/p1/merge", ("other", other), ("why", why));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Empty(world.Inbox.Accepted);
    }

    [Fact]
    public async Task Splitting_is_asked_of_who_keeps()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/people/p1");
        await browser.SubmitAsync("/console/people/p1/split", ("other", "p0"), ("why", "two sisters"));
        var asked = Assert.Single(world.Inbox.Accepted);
        Assert.Equal((Older, BetweenKind.Split, new PersonId("p0")), (asked.For, asked.Said.Between!.Kind, asked.Said.Between.From));
    }

    static async Task<ConsoleWorld> WorldAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        var by = new JoinedBy("chief", "same facility");
        world.Records.Conversations.AddRange(
        [
            Conversation.New(Older, new("web", "a1")) with
            {
                Reaches = [new Reach(new("whatsapp", "250788111111"), Noon)],
                Joined = [new Joined(new("p0"), Noon, by, Conversation.New(new("p0"), new("whatsapp", "250788111111")), [])],
            },
            Conversation.New(Younger, new("web", "a2")),
        ]);
        world.Records.Facts.Add(new PersonJoined(Older, Noon, new("p0"), by));
        return world;
    }
}
