using System.Net;
using RbcBot.Core.People;
using static RbcBot.Tests.Admin.Rights.FullConsole;

namespace RbcBot.Tests.Admin.Search;

public sealed class SearchPageTests
{
    [Theory]
    [InlineData("PRE", "/console/rounds/PRE1")]
    [InlineData("pre1", "/console/rounds/PRE1")]
    [InlineData("ÉPILEPSY", "/console/lessons/epilepsy")]
    [InlineData("what  epilepsy", "/console/lessons/epilepsy")]
    [InlineData("marie-rose uwase", "/console/people/01900000aline")]
    [InlineData("0788 123 456", "/console/people/01900000keza")]
    [InlineData("00keza1", null)]
    [InlineData("marie-rose mugabo", null)]
    [InlineData("uwas", null)]
    public async Task Rounds_lessons_and_people_are_found_by_what_somebody_types(string words, string? link)
    {
        var html = await LookAsync(words, Role.ProgrammeOfficer);
        if (link is null)
            Assert.DoesNotContain("data-test=\"found-", html, StringComparison.Ordinal);
        else
            Assert.Contains($"href=\"{link}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0301")]
    [InlineData("\u200b")]
    public async Task Words_of_nothing_find_nothing(string words) =>
        Assert.DoesNotContain("data-test=\"found-", await LookAsync(words, Role.ProgrammeOfficer), StringComparison.Ordinal);

    [Fact]
    public async Task A_coach_finds_her_own_trainee_only()
    {
        var (world, browser) = await StartAsync(Role.Coach);
        await using var _ = world;
        using var __ = browser;
        world.Pairings.Trainees.Add(Aline);
        var html = await browser.GetAsync("/console/search?q=uwase");
        Assert.Contains(Aline.Value, html, StringComparison.Ordinal);
        Assert.DoesNotContain(Keza.Value, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_people_finds_none() =>
        Assert.DoesNotContain(Aline.Value, await LookAsync("uwase", Role.Analyst), StringComparison.Ordinal);

    [Fact]
    public async Task A_search_is_noted_without_its_words()
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/search?q=uwase");
        var entry = Assert.Single(world.Audit.Entries);
        Assert.Equal("search.view", entry.Act);
        Assert.DoesNotContain("uwase", $"{entry.Object} {entry.Reason}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_with_a_page_that_helps()
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/search?q=" + new string('a', 5000));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    static async Task<string> LookAsync(string words, params Role[] roles)
    {
        var (world, browser) = await StartAsync(roles);
        await using var _ = world;
        using var __ = browser;
        return await browser.GetAsync("/console/search?q=" + Uri.EscapeDataString(words));
    }
}
