using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Admin.Rights;
using RbcBot.Core.People;
using static RbcBot.Tests.Admin.Rights.FullConsole;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>What an analyst gets: answers, and nobody's.</summary>
public sealed partial class VeilTests
{
    static readonly string[] Tells = [Name, Phone, Aline.Value, Aline.Short, Keza.Value, Keza.Short];

    [Theory]
    [InlineData("/console/rounds/PRE1/answers?c=remark&c=full_name&c=phone")]
    [InlineData("/console/rounds/PRE1/export.csv")]
    [InlineData("/console/rounds/PRE1/export.json")]
    [InlineData("/console/rounds/APP/export.csv")]
    public async Task An_analyst_reads_what_was_said_and_not_by_whom(string path)
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        var page = WebUtility.HtmlDecode(await browser.GetAsync(path));
        Assert.Contains(Remark, page, StringComparison.Ordinal);
        Assert.All(Tells, told => Assert.DoesNotContain(told, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_opens_by_its_pseudonym_and_not_by_its_id()
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        var sheet = Sheet().Match(await browser.GetAsync("/console/rounds/PRE1/answers")).Groups[1].Value;
        var page = WebUtility.HtmlDecode(await browser.GetAsync(sheet));
        Assert.Contains(Remark, page, StringComparison.Ordinal);
        Assert.All(Tells, told => Assert.DoesNotContain(told, page, StringComparison.Ordinal));
        await browser.GetAsync($"/console/rounds/PRE1/answers/{SessionOf(Aline)}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData("Uwase")]
    [InlineData("01900000aline")]
    public async Task A_search_does_not_tell_who_is_there(string words)
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        Assert.DoesNotContain(Remark, await browser.GetAsync($"/console/rounds/PRE1/answers?c=remark&q={words}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_has_one_pseudonym_in_all_rounds_and_exports()
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        string[] before = Pseudonyms(await browser.GetAsync("/console/rounds/PRE1/export.csv")), after = Pseudonyms(await browser.GetAsync("/console/rounds/APP/export.csv"));
        Assert.Equal((2, 1, 1), (before.Length, after.Length, before.Intersect(after).Count()));
    }

    [Theory]
    [InlineData(Role.ProgrammeOfficer)]
    [InlineData(Role.Auditor)]
    public async Task A_file_stands_under_pseudonyms_whoever_asks(Role role)
    {
        var (world, browser) = await StartAsync(role);
        await using var _ = world;
        using var __ = browser;
        Assert.DoesNotContain(Aline.Value, await browser.GetAsync("/console/rounds/PRE1/export.csv"), StringComparison.Ordinal);
        Assert.Contains(Aline.Short, await browser.GetAsync("/console/rounds/PRE1/answers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_names_needs_a_reason_which_is_noted()
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/rounds/PRE1");
        Assert.DoesNotContain(Aline.Value, await browser.SubmitAsync("/console/rounds/PRE1/named", ("format", "csv"), ("reason", " ")), StringComparison.Ordinal);
        await browser.GetAsync("/console/rounds/PRE1");
        Assert.Contains(Aline.Value, await browser.SubmitAsync("/console/rounds/PRE1/named", ("format", "csv"), ("reason", "calls to applicants")), StringComparison.Ordinal);
        Assert.Equal(("answers.export-named", "PRE1", "calls to applicants"), world.Audit.Entries[^1] is var entry ? (entry.Act, entry.Object, entry.Reason) : default);
    }

    [Fact]
    public async Task A_file_with_names_asks_anew_who_it_is()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var world = await RbcBot.Tests.Given.ConsoleWorld.StartAsync(clock: clock);
        RbcBot.Tests.Given.ConsoleForm.Open(world, RbcBot.Tests.Given.ConsoleForm.Session("aline", true, ("/data/full_name", Name)));
        using var browser = await world.SignedInAsync();
        clock.Advance(TimeSpan.FromMinutes(6));
        await browser.GetAsync($"/console/rounds/{RbcBot.Tests.Given.ConsoleForm.Code}");
        Assert.DoesNotContain(Name, await browser.SubmitAsync($"/console/rounds/{RbcBot.Tests.Given.ConsoleForm.Code}/named", ("format", "csv"), ("reason", "calls")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Response.StatusCode);
    }

    [Fact]
    public async Task Who_takes_research_back_is_in_no_file_and_in_no_analysis()
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        world.Records.Sessions.ForEach(session => Assert.False(session.IsKeptOut));
        for (var place = 0; place < world.Records.Sessions.Count; place++)
            world.Records.Sessions[place] = world.Records.Sessions[place] with { IsKeptOut = true };
        foreach (var path in (string[])["/console/rounds/PRE1/export.csv", "/console/rounds/PRE1/export.json", "/console/rounds/PRE1/answers?c=remark"])
            Assert.DoesNotContain(Remark, await browser.GetAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pseudonym_belongs_to_key_and_purpose()
    {
        var (key, other) = (new PseudonymKey([.. Enumerable.Repeat((byte)1, 32)]), new PseudonymKey([.. Enumerable.Repeat((byte)2, 32)]));
        Assert.Equal(key.Of("analysis", "p1"), key.Of("analysis", "p1"));
        Assert.Equal(3, new[] { key.Of("analysis", "p1"), key.Of("register", "p1"), other.Of("analysis", "p1") }.Distinct().Count());
    }

    static string[] Pseudonyms(string csv) => [.. csv.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[1])];

    [GeneratedRegex("href=\"(/console/rounds/PRE1/answers/[^\"]+)\"")]
    private static partial Regex Sheet();
}
