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
