using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Core.People;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>What pages offer: only what one may do.</summary>
public sealed partial class ShownTests
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task No_link_and_no_button_leads_to_a_refusal(Role role)
    {
        var (world, browser) = await FullConsole.StartAsync(role);
        await using var _ = world;
        using var __ = browser;
        world.Pairings.Trainees.Add(FullConsole.Aline);
        HashSet<string> seen = ["/console"];
        var open = new Queue<string>(seen);
        List<string> wrong = [];
        while (open.TryDequeue(out var path))
        {
            var html = WebUtility.HtmlDecode(await browser.GetAsync(path));
            if (browser.Response.StatusCode == HttpStatusCode.Forbidden)
                wrong.Add(path);
            foreach (var next in Links().Matches(html).Select(match => match.Groups[1].Value.Split('#')[0]).Where(seen.Add))
                open.Enqueue(next);
            foreach (var action in Actions().Matches(html).Select(match => match.Groups[1].Value).Where(action => !action.EndsWith("/sign-out", StringComparison.Ordinal)))
                if (await browser.AskWithoutTokenAsync(action) == HttpStatusCode.Forbidden)
                    wrong.Add($"{path} -> {action}");
        }
        Assert.Empty(wrong);
        Assert.True(seen.Count > 1);
    }

    [Fact]
    public async Task An_officer_finds_every_room_of_the_programme()
    {
        var (world, browser) = await FullConsole.StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        var html = await browser.GetAsync("/console");
        foreach (var room in new[] { "rounds", "applications", "selection", "lessons", "feedback", "report", "channels" })
            Assert.Contains($"data-test=\"room-{room}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-test=\"room-audit\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(/console[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("method=\"post\" action=\"([^\"]*)\"")]
    private static partial Regex Actions();
}
