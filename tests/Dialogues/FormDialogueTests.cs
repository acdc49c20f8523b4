using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class FormDialogueTests
{
    static readonly Catalogue Application = Shipped.Catalogue("application.xlsx", "A1", RoundKind.Application);

    /// <summary>Answers of a nurse who wants to learn, in the form's order.</summary>
    static readonly string[] Answers =
    [
        "Amina Uwase", "Femme", "1988", "0788 123 456", "passer", "Français", "passer",
        "infirmière", "1", "2", "NCNM 1234", "1", "CS Kinoni", "2", "burera", "Village", "6 ans", "3", "12", "5",
        "1", "Épilepsie", "1", "1", "Je vois beaucoup de familles qui attendent.", "Un enfant que l'on disait possédé avait des absences.",
        "janvier, mars", "10", "2", "1", "oui", "Jean Habimana", "0788 000 111", "2", "d'accord",
    ];

    [Fact]
    public void An_application_is_reviewed_corrected_and_sent() => Approve("application-fr",
        Answered(new Dialogue(Application).Enters("A1").Says("fr").Says("j’accepte"), Answers)
            .Says("4").Says("0788 123 457").Presses("Envoyer").Enters("A1"));

    [Fact]
    public void A_sent_application_can_be_taken_back() => Approve("application-withdrawn",
        new Dialogue(Application with { Rounds = [Feedback.Rounds[0] with { Kind = RoundKind.Application }], Forms = Feedback.Forms })
            .Enters("F1").Says("fr").Presses("J'accepte").SkipsTo("").Presses("Envoyer").Says("F1").Presses("Me retirer").Presses("Oui, je me retire"));

    [Fact]
    public void Where_an_answer_is_needed_the_ways_out_do_not_offer_to_skip() => Approve("ways-out-required",
        new Dialogue(Application).Enters("A1").Says("fr").Presses("J'accepte").Says("Amina").Says("???").Says("passer").Says("qui sait"));

    [Fact]
    public void A_yes_said_to_the_list_of_answers_is_not_taken_for_the_open_questions_answer() => Approve("listing-yes",
        new Dialogue(Application).Enters("A1").Says("fr").Presses("J'accepte").Says("Amina").Says("mes réponses").Says("oui").Says("mes réponses").Says("non").Says("1"));

    [Fact]
    public void A_changed_message_corrects_its_own_answer_and_never_the_open_question() => Approve("edited",
        new Dialogue(Application).Enters("A1").Says("en").Writes("agreed", "I agree")
            .Writes("name", "Amina Uwase").Writes("sex", "woman").Writes("year", "198").Changes("year", "1988").Changes("name", "Amina Mukamana").Changes("sex", "WOMAN")
            .Changes("agreed", "I do not agree").Says("0788 123 456").Changes("year", "1888").Says("1987"));

    [Fact]
    public void A_changed_message_leaves_the_ticks_of_the_open_question()
    {
        var dialogue = new Dialogue(Application).Enters("A1").Says("fr").Says("j’accepte").Writes("name", "Amina Uwase");
        foreach (var answer in Answers[1..].TakeWhile(_ => !Asked(dialogue).Path.EndsWith("/earlier_trainings", StringComparison.Ordinal)))
            dialogue.Says(answer);
        var ticked = Asked(dialogue.PressesOption(0)).Ticked;
        dialogue.Changes("name", "Amina Mukamana");
        Assert.Equal(("Amina Mukamana", ticked.Single()), (Name(dialogue), Asked(dialogue).Ticked.Single()));
        Assert.Single(dialogue.Last[^1].Buttons, button => button.IsTicked);
    }

    static string Name(Dialogue dialogue) => dialogue.Conversation.Sessions[0].Answers.First(answer => answer.Path.EndsWith("/full_name", StringComparison.Ordinal)).Value;

    static Asked Asked(Dialogue dialogue) => dialogue.Conversation.Sessions[0].Asked!; // a question stands open

    [Fact]
    public void A_message_changed_after_the_form_was_sent_changes_nothing_and_is_answered()
    {
        var dialogue = Answered(new Dialogue(Application).Enters("A1").Says("fr").Says("j’accepte").Writes("name", "Amina Uwase"), Answers[1..]).Presses("Envoyer");
        var sent = dialogue.Conversation.Sessions[0].Submission;
        dialogue.Changes("name", "Amina Mukamana");
        Assert.Equal(sent, dialogue.Conversation.Sessions[0].Submission);
        Assert.StartsWith("Vous avez modifié", dialogue.Last[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_changed_in_the_review_corrects_and_the_review_comes_again()
    {
        var dialogue = Answered(new Dialogue(Application).Enters("A1").Says("fr").Says("j’accepte").Writes("name", "Amina Uwase"), Answers[1..]).Changes("name", "Amina Mukamana");
        Assert.Equal("Amina Mukamana", Name(dialogue));
        Assert.Contains("Amina Mukamana", dialogue.Last[^1].Text + dialogue.Last[^2].Text, StringComparison.Ordinal);
        Assert.Contains(dialogue.Last[^1].Buttons, button => button.Label == "Envoyer");
    }

    [Fact]
    public void A_message_of_long_ago_is_not_remembered_and_its_change_is_answered()
    {
        var dialogue = new Dialogue(Application).Enters("A1").Says("fr").Says("j’accepte").Writes("name", "Amina Uwase").Writes("sex", "Femme");
        for (var time = 0; time < 10; time++)
            dialogue.Writes($"year {time}", "peut-être");
        Assert.StartsWith("Vous avez modifié", dialogue.Changes("name", "Amina Mukamana").Last[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_is_understood_in_a_changed_message_too() =>
        Assert.True(new Dialogue(Feedback).Enters("F1").Says("english").Writes("hello", "hello").Changes("hello", "stop").Conversation.IsSilenced);

    [Theory]
    [InlineData("+250788123456", "+250788123456")]
    [InlineData(null, null)]
    public void A_contact_answers_the_question_of_the_number_only_if_it_is_her_own(string? own, string? answer)
    {
        var dialogue = new Dialogue(Application).Enters("A1").Says("en").Says("I agree").Says("Amina Uwase").Says("woman").Says("1988").SendsContact(own);
        Assert.Equal(answer, dialogue.Conversation.Sessions[0].Answers.SingleOrDefault(given => given.Path.EndsWith("/phone", StringComparison.Ordinal))?.Value);
    }

    [Fact]
    public void A_contact_is_no_name() =>
        Assert.Empty(new Dialogue(Application).Enters("A1").Says("en").Says("I agree").SendsContact("+250788123456").Facts.OfType<AnswerGiven>());

    static Catalogue Feedback => Shipped.Catalogue("feedback-epilepsy.xlsx", "F1", RoundKind.Feedback);

    [Fact]
    public void Feedback_is_given_in_Kinyarwanda() => Approve("feedback-rw",
        Answered(new Dialogue(Feedback).Enters("F1").Says("1").Says("ndemera"),
            ["4", "yego rwose", "5", "4", "3", "simbuka", "5", "4", "2", "5", "4", "5", "11", "9", "Amasomo magufi kurushaho.", "simbuka"])
            .Presses("Ohereza"));

    [Fact]
    public void Before_the_training_a_test_tells_no_score() => Approve("test-pre-en", Tested("pre"));

    [Fact]
    public void After_the_training_a_test_tells_the_score() => Approve("test-post-en", Tested("post"));

    static Dialogue Tested(string moment) =>
        Answered(new Dialogue(Shipped.Catalogue("test-epilepsy.xlsx", "T1", RoundKind.Test, moment)).Enters("T1").Says("english").Presses("I agree"),
            [.. "cabdcbdacbdabcadbcd".Select(letter => letter.ToString()), "I don't know"]).Presses("Submit");

    static Dialogue Answered(Dialogue dialogue, string[] answers) => answers.Aggregate(dialogue, (said, answer) => said.Says(answer));

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
