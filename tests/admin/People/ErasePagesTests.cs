using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Erasing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.People;

/// <summary>Whoever may pass on a wish to be erased can do it, and sees no more of the person than that takes.</summary>
public sealed class ErasePagesTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly PersonId Keza = new("019cc1d2a4f07b3c9e5508aa12345678"), Mugabo = new("019cc1d2a4f07b3c9e5508bb87654321");

    [Theory]
    [InlineData("019cc1d2a4f07b3c9e5508aa12345678")]
    [InlineData(" 12345678 ")]
    public async Task An_administrator_finds_a_person_by_her_number_and_passes_her_wish_on(string number)
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        world.Roles = [Role.Administrator];
        Assert.Contains("href=\"/console/privacy/erasures\"", await browser.GetAsync("/console/privacy"), StringComparison.Ordinal);
        await browser.GetAsync("/console/privacy/erasures?number=" + Uri.EscapeDataString(number));
        var to = browser.Response.Headers.Location?.OriginalString;
        Assert.Equal($"/console/people/{Keza}/erase", to);
        var html = await browser.GetAsync(to!);
        Assert.Contains(Keza.Value, html, StringComparison.Ordinal);
        Assert.DoesNotContain("250788", html, StringComparison.Ordinal);
        html = await browser.SubmitAsync($"/console/people/{Keza}/erase", ("how", "letter"), ("sure", "yes"));
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.Contains("data-test=\"id\"", html, StringComparison.Ordinal);
        var (person, cause) = Assert.Single(world.Erasures.People);
        Assert.Equal((Keza, ErasureKind.OnPaper, ConsoleWorld.Name), (person, cause.Kind, cause.By));
        Assert.Contains(world.Audit.Entries, entry => entry is { Act: "person.erase", Outcome: AuditOutcome.Done, Reason: "letter" } && entry.Object == Keza.Value);
        Assert.Contains(world.Audit.Entries, entry => entry.Act == "person.erase.view" && entry.Object == Keza.Value);
    }

    [Fact]
    public async Task An_administrator_still_sees_no_person()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        world.Roles = [Role.Administrator];
        await browser.GetAsync($"/console/people/{Keza}");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("a4f07b3c9e5508cc")]
    [InlineData("5678")]
    [InlineData("250788111111")]
    [InlineData("Keza Plantedname")]
    public async Task A_number_of_nobody_or_part_of_one_finds_nobody(string number)
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        world.Roles = [Role.Administrator];
        Assert.Contains("data-test=\"missing\"", await browser.GetAsync("/console/privacy/erasures?number=" + Uri.EscapeDataString(number)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_her_day_is_not_asked_for_again()
    {
        await using var world = await WorldAsync();
        world.Records.Conversations[0] = world.Records.Conversations[0] with { Erasing = new Erasing(ErasingStep.Waiting, ErasureCause.Herself) { DueAt = Noon } };
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync($"/console/people/{Keza}/erase");
        Assert.Contains("data-test=\"erasing\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-test=\"erase\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_erased_stands_by_number_and_day()
    {
        await using var world = await WorldAsync();
        world.Erasures.Done.Add(new ErasureNote("E-7KQ2-M4XP", Noon, ErasureKind.Herself, IsFinished: true));
        using var browser = await world.SignedInAsync();
        world.Roles = [Role.Administrator];
        var html = await browser.GetAsync("/console/privacy/erasures");
        Assert.All((string[])["E-7KQ2-M4XP", "8 March 2027", "She asked in the chat"], part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_way_that_is_none_asks_for_nothing()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync($"/console/people/{Keza}/erase");
        await browser.SubmitAsync($"/console/people/{Keza}/erase", ("how", "telepathy"), ("sure", "yes"));
        Assert.Empty(world.Erasures.People);
    }

    static async Task<ConsoleWorld> WorldAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        world.Records.Conversations.AddRange([Talk(Keza, "250788111111"), Talk(Mugabo, "250788222222")]);
        return world;
    }

    static Conversation Talk(PersonId person, string number) =>
        Conversation.New(person, new Address("whatsapp", number)) with { Reaches = [new Reach(new Address("whatsapp", number), Noon)] };
}
