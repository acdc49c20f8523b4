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
            await browser.SubmitAsync("/console/lessons/epilepsy/release", ("subject", "lesson:EPI-01"));
        }
        var inbound = Assert.Single(world.Inbox.Accepted);
        Assert.Equal(("release:lesson:EPI-01:aline", Said.Due("lesson:EPI-01"), new Address("web", "w1")), (inbound.ExternalId, inbound.Said, inbound.From));
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
        await browser.SubmitAsync("/console/lessons/epilepsy/release", ("subject", subject));
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
