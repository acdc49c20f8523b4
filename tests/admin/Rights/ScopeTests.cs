using System.Net;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using static RbcBot.Tests.Admin.Rights.FullConsole;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>Addresses of what is another's: as if it were not there.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("/console/people/")]
    [InlineData("/console/channels/people/")]
    public async Task A_coach_sees_her_own_trainee_and_no_other(string page)
    {
        var (world, browser) = await StartAsync(Role.Coach);
        await using var _ = world;
        using var __ = browser;
        world.Pairings.Trainees.Add(Aline);
        await browser.GetAsync(page + Aline);
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        var other = await browser.GetAsync(page + Keza);
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        Assert.Equal(Said(other, Keza.Value), Said(await browser.GetAsync(page + "nobody"), "nobody"));
    }

    [Fact]
    public async Task A_look_at_anothers_trainee_is_noted_as_refused()
    {
        var (world, browser) = await StartAsync(Role.Coach);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync($"/console/people/{Keza}");
        await browser.GetAsync($"/console/channels/people/{Keza}");
        await browser.GetAsync("/console/people/nobody");
        Assert.Equal(
            [(AuditOutcome.Refused, Keza.Value), (AuditOutcome.Refused, Keza.Value), (AuditOutcome.Failed, "")],
            world.Audit.Entries.Select(entry => (entry.Outcome, entry.Object ?? "")));
    }

    [Fact]
    public async Task A_coach_who_is_an_officer_too_sees_everybody()
    {
        var (world, browser) = await StartAsync(Role.Coach, Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync($"/console/people/{Keza}");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
    }

    [Fact]
    public async Task A_coach_finds_only_her_own_trainees_in_the_lessons()
    {
        var (world, browser) = await StartAsync(Role.Coach);
        await using var _ = world;
        using var __ = browser;
        world.Pairings.Trainees.Add(Aline);
        var html = await browser.GetAsync("/console/lessons/epilepsy");
        Assert.Contains(Aline.Value, html, StringComparison.Ordinal);
        Assert.DoesNotContain(Keza.Value, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validator_sees_how_many_are_where_and_not_who()
    {
        var (world, browser) = await StartAsync(Role.ValidatorRbc);
        await using var _ = world;
        using var __ = browser;
        var html = await browser.GetAsync("/console/lessons/epilepsy");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.DoesNotContain(Aline.Value, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_what_was_set_aside_without_its_words()
    {
        var (world, browser) = await StartAsync(Role.Administrator);
        await using var _ = world;
        using var __ = browser;
        Assert.Contains("FormatException", await browser.GetAsync("/console/aside"), StringComparison.Ordinal);
        Assert.DoesNotContain("her own words", await browser.GetAsync("/console/aside?show=web-77"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    [Fact]
    public async Task The_committee_has_the_files_of_applications_and_no_others()
    {
        var (world, browser) = await StartAsync(Role.Committee);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/files/f1.jpg");
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        var application = world.Records.Sessions.FindIndex(session => session.Flow == "application");
        world.Records.Sessions[application] = world.Records.Sessions[application] with { Answers = [new("/data/photo", "f1.jpg")] };
        await browser.GetAsync("/console/files/f1.jpg");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
    }

    // The page but for the id and the trace that it names.
    static string Said(string html, string id) => System.Text.RegularExpressions.Regex.Replace(html.Replace(id, "", StringComparison.Ordinal), "trace [^<]*|value=\"[^\"]*\"", "");
}
