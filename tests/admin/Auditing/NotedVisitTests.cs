using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using static RbcBot.Tests.Admin.Rights.FullConsole;

namespace RbcBot.Tests.Admin.Auditing;

/// <summary>What a visit leaves in the trail.</summary>
public sealed class NotedVisitTests
{
    [Theory]
    [InlineData("/console/people/01900000aline", "person.view", "01900000aline")]
    [InlineData("/console/rounds/PRE1/answers?q=drugs", "answers.view", "PRE1")]
    [InlineData("/console/rounds/PRE1/answers/01900000aline-interview", "answers.person", "PRE1/01900000aline-interview")]
    [InlineData("/console/rounds/PRE1/export.csv", "answers.export", "PRE1/csv")]
    [InlineData("/console/files/f1.jpg", "file.view", "f1.jpg")]
    [InlineData("/console/applications/01900000keza-application", "application.view", "01900000keza-application")]
    [InlineData("/console/aside?show=web-77", "aside.view", "web-77")]
    public async Task A_view_of_people_is_noted_with_the_id(string path, string act, string id)
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync(path);
        var entry = Assert.Single(world.Audit.Entries);
        Assert.Equal(("Claire", act, id, AuditOutcome.Done), (entry.Actor, entry.Act, entry.Object, entry.Outcome));
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/rounds")]
    [InlineData("/console/rounds/PRE1")]
    [InlineData("/console/report")]
    public async Task A_page_of_numbers_is_not_noted(string path)
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync(path);
        Assert.Empty(world.Audit.Rows);
    }

    [Fact]
    public async Task A_change_is_noted_with_the_id_and_none_of_its_words()
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/rounds/PRE1");
        await browser.SubmitAsync("/console/rounds/PRE1/close");
        await browser.SubmitAsync($"/console/people/{Aline}/merge", ("other", Keza.Value), ("why", "Uwase said so"));
        Assert.Equal([("round.close", "PRE1"), ("person.merge", Aline.Value)], world.Audit.Entries.Where(entry => entry.Act is "round.close" or "person.merge").Select(entry => (entry.Act, entry.Object ?? "")));
        Assert.DoesNotContain(world.Audit.Rows, row => row.ToString().Contains("Uwase", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/console/people/0788123456")]
    [InlineData("/console/people/Uwase%20Marie-Rose")]
    [InlineData("/console/rounds/PRE1/answers/Uwase")]
    public async Task What_somebody_typed_in_the_place_of_an_id_is_not_kept(string path)
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync(path);
        var entry = Assert.Single(world.Audit.Entries);
        Assert.Equal((AuditOutcome.Failed, null), (entry.Outcome, entry.Object));
    }

    [Theory]
    [InlineData("0788123456")]
    [InlineData("250-788-123-456")]
    [InlineData("Uwase Marie-Rose")]
    [InlineData("Kampire%C3%A9")]
    public async Task A_refusal_keeps_no_phone_and_no_words(string typed)
    {
        var (world, browser) = await StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/people/" + typed);
        Assert.Equal("…", Assert.Single(world.Audit.Entries).Object);
    }

    [Fact]
    public async Task Nothing_is_shown_that_could_not_be_noted()
    {
        var (world, browser) = await StartAsync(Role.ProgrammeOfficer);
        await using var _ = world;
        using var __ = browser;
        world.Audit.Fault = new IOException("The disk is full.");
        var html = await browser.GetAsync("/console/rounds/PRE1/answers?c=remark");
        Assert.Equal(500, (int)browser.Response.StatusCode);
        Assert.DoesNotContain(Remark, html, StringComparison.Ordinal);
    }
}
