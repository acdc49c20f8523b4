using System.Net;
using RbcBot.Admin.Overview;
using RbcBot.Core.Content;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;
using RbcBot.Tests.Admin.Rights;

namespace RbcBot.Tests.Admin.Overview;

public sealed class TodayTests
{
    [Fact]
    public void What_is_late_comes_first_and_what_is_nothing_not_at_all()
    {
        var steps = new Today { Alerts = 2, AreAlertsLate = true, SetAside = 1 }.Steps(ProgrammeLine.Of([])).ToList();
        Assert.Equal([("alerts", 2, "bad"), ("aside", 1, "care")], steps.Select(step => (step.Word, step.Count, step.Kind)));
    }

    [Theory]
    [InlineData(Role.Administrator, "undelivered aside numbers", "alerts select validate")]
    [InlineData(Role.ProgrammeOfficer, "alerts undelivered aside numbers validate", "select unguarded")]
    [InlineData(Role.Committee, "", "alerts aside validate")]
    [InlineData(Role.Coach, "trainees", "alerts aside validate")]
    [InlineData(Role.ValidatorRbc, "validate", "alerts aside trainees")]
    [InlineData(Role.Auditor, "alerts undelivered aside", "numbers validate")]
    public async Task Somebody_sees_what_she_can_do_something_about(Role role, string shown, string hidden)
    {
        var (world, browser) = await FullConsole.StartAsync(role);
        await using var _ = world;
        using var __ = browser;
        world.Safety.Alerts.Add(new SafetyAlert("a1", FullConsole.Aline, SafetyMatter.Imminent, DateTimeOffset.UnixEpoch, null, "1"));
        world.Pairings.Trainees.Add(FullConsole.Aline);
        world.Catalogue.Library = world.Catalogue.Library with { Helplines = [new Helpline("114", Localized.Same("Help"), new DateOnly(2020, 1, 1))] };
        var html = WebUtility.HtmlDecode(await browser.GetAsync("/console"));
        Assert.All(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains($"data-test=\"next-{word}\"", html, StringComparison.Ordinal));
        Assert.All(hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.DoesNotContain($"data-test=\"next-{word}\"", html, StringComparison.Ordinal));
    }
}
