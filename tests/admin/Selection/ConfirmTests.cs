using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Selection;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Selection;

public sealed class ConfirmTests
{
    [Fact]
    public async Task Confirmed_selection_enrols_the_seated_and_writes_to_everybody()
    {
        await using var world = await ConsoleWorld.StartAsync();
        world.Selections.Runs.Add(Run());
        foreach (var person in Run().Applicants)
            world.Records.Conversations.Add(Conversation.New(person.Id, new Address("web", person.Id.Value)));
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/selection/run1");
        await browser.SubmitAsync("/console/selection/run1/confirm", ("sure", "yes"));

        Assert.Equal(["aline"], world.People.Enrolments.Select(enrolment => enrolment.Person.Value));
        Assert.Equal(["letter:selected:epilepsy", "letter:reserve", "letter:regret"], world.Inbox.Accepted.Select(inbound => inbound.Said.Words));
        Assert.Equal("Claire", world.Selections.Runs[0].ConfirmedBy);
    }

    [Fact]
    public async Task Selection_is_confirmed_once()
    {
        await using var world = await ConsoleWorld.StartAsync();
        world.Selections.Runs.Add(Run() with { ConfirmedAt = default(DateTimeOffset), ConfirmedBy = "Odile" });
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/selection/run1");
        await browser.SubmitAsync("/console/selection/run1/confirm", ("sure", "yes"));
        Assert.Empty(world.People.Enrolments);
    }

    [Fact]
    public async Task Rules_that_are_no_numbers_are_said_to_be_so()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/selection");
        Assert.Contains("whole numbers", await browser.SubmitAsync("/console/selection", ("women-floor", "many")), StringComparison.Ordinal);
    }

    /// <summary>A run with one seated, one in reserve and one without a seat.</summary>
    internal static SelectionRun Run()
    {
        var panel = new Panel(
            Proof.Optimal, [new SeatTaken("epilepsy", new PersonId("aline"))], [], [], 80, 80,
            [new Reserve("epilepsy", 1, new PersonId("claude"), [new PersonId("aline")])], null);
        return new SelectionRun("run1", default, "Claire", SelectionRules.Of(["epilepsy"], []), [Person("aline"), Person("claude"), Person("divine")], panel, null, null);
    }

    static Applicant Person(string id) => new(
        new PersonId(id), id, Sex.Woman, "0402", "Burera", "04", Setting.Rural, "Butaro", "nurse", 80, ["epilepsy"], false, true, "");
}
