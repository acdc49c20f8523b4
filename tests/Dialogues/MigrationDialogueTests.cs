using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class MigrationDialogueTests
{
    [Fact]
    public void In_the_middle_of_a_form_it_is_improved() => Approve("migration-rw",
        TwoVersions.Begun().Says("3").Says("mu 2015").Moved().Says("12").Says("1").Says("2015").Says("Amahugurwa.").Says("Umuforomo").Presses("Ohereza"));

    [Fact]
    public void An_answer_to_words_that_changed_is_not_taken() => Approve("migration-standing",
        TwoVersions.Begun().Says("1").Moved().Says("kuva kera").Says("2015").Says("12"));

    [Fact]
    public void From_the_review_a_new_question_is_asked_first() => Approve("migration-review",
        TwoVersions.Begun().Says("2").Says("2015").Says("12").Says("Igihe.").Moved().PressesPayload("c:yes").Says("Umuforomo").Presses("Ohereza"));

    [Fact]
    public void Who_comes_back_after_the_move_is_told_once() => Approve("migration-paused",
        TwoVersions.Begun().Says("1").Says("2015").Says("nyuma").Moved().Waits(TimeSpan.FromDays(3)).Enters(TwoVersions.Code).Says("12"));

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
