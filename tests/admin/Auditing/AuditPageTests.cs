using System.Net;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Tests.Admin.Rights;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Auditing;

public sealed class AuditPageTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task The_page_tells_the_latest_first_with_the_anchor(Role role)
    {
        var (world, browser) = await FilledAsync(role);
        await using var _ = world;
        using var __ = browser;
        var html = WebUtility.HtmlDecode(await browser.GetAsync("/console/audit"));
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.True(html.IndexOf(">p119<", StringComparison.Ordinal) < html.IndexOf(">p100<", StringComparison.Ordinal));
        Assert.DoesNotContain(">p30<", html, StringComparison.Ordinal);
        Assert.Contains("rbcbot-audit-anchor-1 121 ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_are_a_link_away_and_none_comes_twice()
    {
        var (world, browser) = await FilledAsync(Role.Auditor);
        await using var _ = world;
        using var __ = browser;
        List<string> objects = [];
        for (string? path = "/console/audit?act=person."; path is not null; path = Older(browser.Html))
            objects.AddRange(Objects(WebUtility.HtmlDecode(await browser.GetAsync(path))));
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => $"p{number}"), objects);
    }

    [Theory]
    [InlineData("actor=odile", "p119", "p118")]
    [InlineData("object=p11", "p11", "p12")]
    [InlineData("outcome=Refused", "p118", "p119")]
    [InlineData("from=2027-03-09", "p119", "p10")]
    [InlineData("to=2027-03-08", "p10", "p119")]
    public async Task A_filter_shows_what_it_says(string query, string shown, string hidden)
    {
        var (world, browser) = await FilledAsync(Role.Auditor);
        await using var _ = world;
        using var __ = browser;
        var objects = Objects(WebUtility.HtmlDecode(await browser.GetAsync("/console/audit?act=person.&" + query))).ToList();
        Assert.Contains(shown, objects);
        Assert.DoesNotContain(hidden, objects);
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("outcome=7")]
    [InlineData("from=yesterday")]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    public async Task An_address_that_no_form_sends_is_refused(string query)
    {
        var (world, browser) = await FilledAsync(Role.Auditor);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/audit?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
    }

    [Fact]
    public async Task The_file_has_every_row_that_the_filters_want_and_no_formula()
    {
        var (world, browser) = await FilledAsync(Role.Auditor);
        await using var _ = world;
        using var __ = browser;
        await world.Audit.NoteAsync(new AuditEntry(Noon, "=cmd|' /C calc'!A0", [], "sign-in.refused", null, AuditOutcome.Refused), default);
        var lines = (await browser.GetAsync("/console/audit.csv")).TrimEnd().Split("\r\n");
        Assert.Equal(123, lines.Length);
        Assert.Contains(",'=cmd|' /C calc'!A0,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_read_the_trail_is_noted_too()
    {
        var (world, browser) = await FilledAsync(Role.Auditor);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/audit");
        await browser.GetAsync("/console/audit.csv");
        Assert.Equal(["audit.view", "audit.export"], world.Audit.Entries.TakeLast(2).Select(entry => entry.Act));
    }

    static async Task<(ConsoleWorld, ConsoleBrowser)> FilledAsync(Role role)
    {
        var (world, browser) = await FullConsole.StartAsync(role);
        for (var number = 0; number < 120; number++)
            await world.Audit.NoteAsync(new AuditEntry(
                Noon.AddHours(number), number % 2 == 0 ? "claire" : "odile", [Role.Auditor], "person.view", $"p{number}", number % 2 == 0 ? AuditOutcome.Refused : AuditOutcome.Done), default);
        return (world, browser);
    }

    static IEnumerable<string> Objects(string html) =>
        System.Text.RegularExpressions.Regex.Matches(html, "<code>(p[0-9]+)</code>").Select(match => match.Groups[1].Value);

    static string? Older(string html) =>
        System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode(html), "href=\"([^\"]+)\" data-test=\"table-next\"") is { Success: true } match ? match.Groups[1].Value : null;
}
