using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Shared;

public sealed class SureTests
{
    [Fact]
    public async Task What_cannot_be_taken_back_is_asked_for_once_more_and_what_was_filled_in_goes_along()
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/people/keza/erase");
        var html = await browser.SubmitAsync("/console/people/keza/erase", ("how", "letter"));
        Assert.Empty(world.Erasures.People);
        Assert.DoesNotContain("person.erase", world.Audit.Acts);
        Assert.All((string[])["data-test=\"sure\"", "name=\"how\" value=\"letter\"", "href=\"/console/people/keza/erase\""], part => Assert.Contains(part, html, StringComparison.Ordinal));
        await browser.SubmitAsync("/console/people/keza/erase", ("how", "letter"), ("sure", "yes"));
        Assert.Single(world.Erasures.People);
        Assert.Contains("person.erase", world.Audit.Acts);
    }

    [Theory]
    [InlineData(Role.Analyst, "under pseudonyms")]
    [InlineData(Role.Communications, "may be passed on")]
    public async Task Who_only_reads_is_told_what_will_come_to_her(Role role, string words)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        world.Roles = [role];
        Assert.Contains(words, await browser.GetAsync("/console"), StringComparison.Ordinal);
    }

    static async Task<ConsoleWorld> WorldAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        world.Records.Conversations.Add(Conversation.New(new PersonId("keza"), new Address("web", "w1")));
        return world;
    }
}
