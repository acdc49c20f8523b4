using System.Net;
using RbcBot.Admin.Lessons;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Lessons;

public sealed class ReleaseTests
{
    [Fact]
    public async Task Lesson_goes_to_everybody_enrolled_once_however_often_it_is_sent()
    {
        await using var world = await WithAlineAsync();
        using var browser = await world.SignedInAsync();
        for (var time = 0; time < 2; time++)
        {
            await browser.GetAsync("/console/lessons/epilepsy");
            await browser.SubmitAsync("/console/lessons/epilepsy/release", ("subject", "lesson:EPI-01"), ("sure", "yes"));
        }
        var inbound = Assert.Single(world.Inbox.Accepted);
        Assert.Equal(("release:lesson:EPI-01:aline", Said.Due("lesson:EPI-01"), new Address("web", "w1")), (inbound.ExternalId, inbound.Said, inbound.From));
    }

    [Fact]
    public async Task To_very_many_it_goes_while_a_page_shows_how_far_it_is_and_leads_on()
    {
        await using var world = await WithAlineAsync();
        world.People.Enrolments.AddRange(Enumerable.Range(0, Releasing.AtOnce).Select(number => new Enrolment(new PersonId($"p{number}"), "epilepsy", Seat.Trainee, default)));
        using var browser = await world.SignedInAsync();
        using var other = await world.InvitedAsync(browser, "Odile", Role.ProgrammeOfficer);
        await browser.GetAsync("/console/lessons/epilepsy");
        await browser.PostAsync("/console/lessons/epilepsy/release", ("subject", "lesson:EPI-01"), ("sure", "yes"));
        var work = browser.Response.Headers.Location?.ToString() ?? "";
        var told = await browser.GetAsync(work + "/events");
        Assert.Contains($"\"done\":{Releasing.AtOnce + 1},\"all\":{Releasing.AtOnce + 1}", told, StringComparison.Ordinal);
        Assert.Contains("\"to\":\"/console/lessons/epilepsy?sent=1", told, StringComparison.Ordinal);
        await browser.GetAsync(work);
        Assert.StartsWith("/console/lessons/epilepsy?sent=1", browser.Response.Headers.Location?.ToString(), StringComparison.Ordinal);
        await other.GetAsync(work);
        Assert.Equal(HttpStatusCode.NotFound, other.Response.StatusCode);
        Assert.Single(world.Inbox.Accepted);
    }

    [Theory]
    [InlineData("lesson:NO-SUCH")]
    [InlineData("round:NO-SUCH")]
    [InlineData("letter:regret")]
    public async Task Nothing_but_lessons_and_open_rounds_can_be_sent(string subject)
    {
        await using var world = await WithAlineAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/lessons/epilepsy");
        await browser.SubmitAsync("/console/lessons/epilepsy/release", ("subject", subject), ("sure", "yes"));
        Assert.Empty(world.Inbox.Accepted);
    }

    static async Task<ConsoleWorld> WithAlineAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        var aline = new PersonId("aline");
        var lesson = new Lesson("EPI-01", Localized.Same("What epilepsy is"), [], [], Localized.Same(""), [], "draft");
        world.Catalogue.Library = new Library([new Module("epilepsy", Localized.Same("Epilepsy"), [lesson])], [], []);
        world.Records.Conversations.Add(Conversation.New(aline, new Address("web", "w1")));
        world.People.Enrolments.Add(new Enrolment(aline, "epilepsy", Seat.Trainee, default));
        return world;
    }
}
