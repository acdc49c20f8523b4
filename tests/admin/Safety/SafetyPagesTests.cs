using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Safety;

public sealed class SafetyPagesTests
{
    static readonly PersonId Person = new("p");

    [Fact]
    public async Task An_alert_that_nobody_has_looked_at_stands_on_every_page()
    {
        await using var world = await WorldAsync(SafetyMatter.Imminent);
        using var browser = await world.SignedInAsync();
        foreach (var page in (string[])["/console", "/console/rounds", "/console/lessons", "/console/safety"])
            Assert.Contains("data-test=\"safety-banner\"", await browser.GetAsync(page), StringComparison.Ordinal);
        world.Safety.Alerts.Clear();
        Assert.DoesNotContain("safety-banner", await browser.GetAsync("/console"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_what_when_and_whether_it_is_late()
    {
        await using var world = await WorldAsync(SafetyMatter.Imminent);
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/safety");
        Assert.Contains("a life in danger", html, StringComparison.Ordinal);
        Assert.Contains("late: nobody looked yet", html, StringComparison.Ordinal);
        Assert.Contains("15 min", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_look_is_stamped_and_the_words_stand_apart_from_the_page()
    {
        await using var world = await WorldAsync(SafetyMatter.Imminent);
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/safety/alerts/1");
        Assert.Equal("Claire", world.Safety.Alerts[0].SeenBy);
        Assert.Contains("<bdi>I want to &lt;b&gt;die&lt;/b&gt;</bdi>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("safety-banner", await browser.GetAsync("/console"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_on_duty_looks_and_the_alert_stays_unseen()
    {
        await using var world = await WorldAsync(SafetyMatter.Imminent);
        world.Safety.Settings = new([new Duty("somebody else", [], 0, 24)], []);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/safety/alerts/1");
        Assert.Null(world.Safety.Alerts[0].SeenAt);
        Assert.Contains("somebody else", await browser.GetAsync("/console/safety"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_noted_with_who_did_it()
    {
        await using var world = await WorldAsync(SafetyMatter.Call);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/safety/alerts/1");
        await browser.SubmitAsync("/console/safety/alerts/1", ("note", "called at noon"));
        Assert.Equal(("Claire", "called at noon"), (world.Safety.Alerts[0].ClosedBy, world.Safety.Alerts[0].Note));
    }

    [Fact]
    public async Task Numbers_that_nobody_called_for_long_are_named()
    {
        await using var world = await WorldAsync(SafetyMatter.Call);
        world.Catalogue.Library = new Library([], [new Helpline("114", Localized.Same("RBC"), new DateOnly(2020, 1, 1))], []);
        using var browser = await world.SignedInAsync();
        Assert.Contains("114", await browser.GetAsync("/console/safety"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duty_and_numbers_are_changed_by_their_forms()
    {
        await using var world = await WorldAsync(SafetyMatter.Call);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/safety/settings");
        await browser.SubmitAsync("/console/safety/settings/duties", ("name", "Claire"), ("days", "mon fri"), ("on", ""), ("from", "8"), ("to", "17"));
        await browser.GetAsync("/console/safety/settings");
        await browser.SubmitAsync("/console/safety/settings/numbers",
            ("number", "114"), ("rw", "RBC"), ("fr", "RBC"), ("en", "RBC"), ("verified", "2026-11-27"), ("uses", "imminent"), ("source", "called"));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], Assert.Single(world.Safety.Settings.Duties).Days);
        Assert.Equal("114", Assert.Single(world.Safety.Settings.Numbers).Number);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_changes_nothing()
    {
        await using var world = await WorldAsync(SafetyMatter.Call);
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/safety/settings");
        await browser.SubmitAsync("/console/safety/settings/numbers", ("number", "call me"), ("rw", ""), ("fr", ""), ("en", ""), ("verified", "2026-11-27"), ("uses", ""), ("source", ""));
        Assert.Empty(world.Safety.Settings.Numbers);
    }

    [Fact]
    public async Task What_stays_inside_is_in_no_file_and_on_no_list()
    {
        await using var world = await WorldAsync(SafetyMatter.Imminent);
        using var browser = await world.SignedInAsync();
        foreach (var format in (string[])["csv", "json", "xml", "xlsx", "floip"])
        {
            using var stream = new MemoryStream();
            await new RbcBot.Admin.Rounds.Exports.ExportRound(world.Records, world.Catalogue).RunAsync(
                world.Rounds.Rounds[0], RbcBot.Admin.Rounds.Exports.ExportFormats.Parse(format)!.Value, RbcBot.Admin.Rounds.SessionFilter.All, "en", stream, default); // a known name
            Assert.DoesNotContain("want to", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        }
        var list = await browser.GetAsync($"/console/rounds/{ConsoleForm.Code}/answers");
        Assert.DoesNotContain("want to", list, StringComparison.Ordinal);
    }

    static async Task<ConsoleWorld> WorldAsync(SafetyMatter matter)
    {
        var world = await ConsoleWorld.StartAsync();
        var session = ConsoleForm.Session("p", true, ("/data/full_name", "I want to <b>die</b>"), ("/data/work/years", "3")) with { Held = ["/data/full_name"] };
        ConsoleForm.Open(world, session);
        world.Records.Conversations.Add(Conversation.New(Person, new Address("web", "a")) with { Sessions = [session] });
        world.Safety.Alerts.Add(new SafetyAlert("1", Person, matter, DateTimeOffset.UnixEpoch, session.Id, "1"));
        return world;
    }
}
