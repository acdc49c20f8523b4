using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Breaches;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class BreachDialogueTests
{
    static readonly Catalogue Feedback = Shipped.Catalogue("feedback-epilepsy.xlsx", "F1", RoundKind.Feedback) with { Privacy = new PrivacySettings { Contact = "dpo@rbc.example" } };
    static readonly Breach Lost = new("b1", "lost", new(2026, 1, 11, 10, 0, 0, TimeSpan.Zero), [BreachKind.Contacts, BreachKind.Answers], 1);

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public void Who_is_touched_is_told_though_she_wants_no_reminders(string language) => Approved.Match(
        new Dialogue(Feedback).Enters("F1").Says(language).Says("1").Says("pause").Says("kwisubiraho 4").Hears(BreachNotice.Words(Lost)).Transcript,
        Path.Combine("tests", "Dialogues", $"breach-{language}.txt"));

    [Fact]
    public void Who_said_stop_hears_nothing() =>
        Assert.Empty(new Dialogue(Feedback).Enters("F1").Says("en").Says("1").Says("stop").Hears(BreachNotice.Words(Lost)).Last);
}
