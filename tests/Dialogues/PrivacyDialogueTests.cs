using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class PrivacyDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);
    static readonly Catalogue Feedback = Shipped.Catalogue("feedback-epilepsy.xlsx", "F1", RoundKind.Feedback);
    static readonly Catalogue Both = GuideB with
    {
        Rounds = [.. GuideB.Rounds, .. Feedback.Rounds, Feedback.Rounds[0] with { Code = "A1", Kind = RoundKind.Application }],
        Forms = GuideB.Forms.Concat(Feedback.Forms).ToDictionary(),
    };

    [Fact]
    public void Purposes_are_ticked_one_by_one_in_English() => Approve("privacy-en",
        new Dialogue(Both).Enters("B1").Says("en").Presses("Choose one by one").Presses("Research and reports").Presses("Training").Presses("Training").Says("maybe").Presses("Done")
            .Says("privacy").Says("withdraw").Presses("Research and reports").Enters("B1").Says("Huye").Presses("I agree").Says("withdraw research").Says("withdraw"));

    [Fact]
    public void Purposes_are_written_by_their_numbers_in_French() => Approve("privacy-fr",
        new Dialogue(Both).Enters("B1").Says("fr").Says("3").Says("3, 4").Says("Huye").Says("confidentialité").Says("retirer 4").Hears("lesson:EPI-01").Says("retirer").Says("5"));

    [Fact]
    public void An_application_is_withdrawn_with_its_purpose_in_Kinyarwanda() => Approve("privacy-rw",
        new Dialogue(Both).Enters("A1").Says("rw").Presses("Ndemera").SkipsTo("").Presses("Ohereza").Says("ubuzima bwite").Presses("Kwisubiraho").Presses("Gutoranya").Says("A1").Presses("Simbyemera"));

    [Fact]
    public void What_a_form_needs_and_was_not_chosen_is_asked_for_when_she_comes_back() => Approve("privacy-needed",
        new Dialogue(Both).Enters("B1").Says("en").Says("3").Says("1").Enters("B1").Says("3").Says("yes"));

    [Fact]
    public void New_words_are_asked_before_the_next_answer() => Approve("privacy-new-words", Aged().Says("Huye").Presses("I agree").Says("Huye"));

    [Fact]
    public void What_is_kept_of_an_answer_proves_it()
    {
        var dialogue = new Dialogue(GuideB).Enters("B1").Says("en");
        var shown = Sha256(dialogue.Last[^1].Text);
        var consents = dialogue.Presses("I agree").Conversation.Consents;
        Assert.Equal(["training", "selection", "research", "reminders", "interview"], consents.Select(consent => consent.Purpose));
        Assert.All(consents, consent => Assert.Equal((shown, "web", "m2", true), (consent.Sha256, consent.Channel, consent.Message, consent.Given)));
    }

    [Fact]
    public void Who_takes_research_back_is_kept_out_of_it_and_let_in_again_when_she_agrees()
    {
        var dialogue = new Dialogue(Both).Enters("F1").Says("en").Presses("I agree").Says("4");
        Assert.True(Assert.Single(dialogue.Says("withdraw 3").Conversation.Sessions).IsKeptOut);
        Assert.False(Assert.Single(dialogue.Says("privacy").Presses("Choose one by one").Says("1 3").Conversation.Sessions).IsKeptOut);
    }

    [Fact]
    public void Without_reminders_nothing_is_said_first_but_what_she_waits_for()
    {
        var dialogue = new Dialogue(Feedback).Enters("F1").Says("en").Presses("I agree").Says("4").Says("withdraw reminders").Waits(TimeSpan.FromDays(2));
        Assert.Empty(dialogue.HearsReminder().Last);
        Assert.Equal(SendReason.RemindersRefused, dialogue.Facts.OfType<NudgeDecided>().Last().Reason);
        Assert.NotEmpty(dialogue.Waits(TimeSpan.FromDays(1)).Hears("letter:regret:epilepsy").Last);
    }

    [Fact]
    public void Who_takes_training_back_is_offered_no_lesson()
    {
        var dialogue = new Dialogue(Both).Enters("B1").Says("en").Presses("I agree").Says("pause").Says("withdraw training").Waits(TimeSpan.FromDays(1));
        Assert.Empty(dialogue.Hears("lesson:EPI-01").Last);
    }

    [Fact]
    public void A_yes_said_after_something_else_agrees_to_nothing()
    {
        var dialogue = new Dialogue(GuideB).Enters("B1").Says("en").Says("menu").Says("yes");
        Assert.Empty(dialogue.Conversation.Consents);
    }

    [Fact]
    public void A_lesson_shows_no_card_before_its_purpose_is_agreed_to()
    {
        var dialogue = new Dialogue(Feedback).Says("hello").Says("en").Hears("lesson:EPI-01").Presses("Open the lesson");
        Assert.Empty(dialogue.Presses("I do not agree").Facts.OfType<SessionStarted>());
        Assert.Equal(AgreementState.Refused, Agreement.Of(dialogue.Conversation.Consents, Purpose.Training));
    }

    /// <summary>Somebody who agreed to words of before.</summary>
    static Dialogue Aged() => new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree")
        .Remembers(conversation => conversation with { Consents = [.. conversation.Consents.Select(consent => consent.TextId == Purposes.TextId ? consent with { Version = "0" } : consent)] });

    static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
