using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class LessonDialogueTests
{
    static readonly Catalogue Feedback = Shipped.Catalogue("feedback-epilepsy.xlsx", "F1", RoundKind.Feedback);

    [Fact]
    public void A_lesson_is_learnt_to_its_task() => Approve("lesson-rw",
        Offered("rw").Presses("Fungura isomo").Presses("Ndemera").Presses("Komeza ▸").Presses("Komeza ▸").Says("komeza").Presses("Komeza ▸")
            .Presses("Yego: gufatwa kabiri birahagije").Says("3").Says("b").Says("simbizi").Says("3").Says("menyu").Presses("Komeza").Presses("Nzabikora"));

    [Fact]
    public void A_lesson_begins_in_French() => Approve("lesson-fr",
        Offered("fr").Presses("Ouvrir la leçon").Presses("Choisir un par un").Says("1 4").Presses("Ouvrir la leçon").Presses("Suite ▸").Says("qu'est-ce que c'est").Says("pause").Waits(TimeSpan.FromDays(1)).Says("continuer"));

    [Fact]
    public void A_lesson_begins_in_English() => Approve("lesson-en",
        Offered("en").Says("yes").Says("yes").Says("next").Says("menu").Presses("Continue"));

    [Fact]
    public void A_lesson_waits_until_the_form_is_sent() => Approve("lesson-waits",
        new Dialogue(Feedback).Enters("F1").Says("en").Presses("I agree").Says("4").Hears("lesson:EPI-01").SkipsTo("keep").Says("The stories.")
            .Presses("Submit").Presses("Open the lesson"));

    [Fact]
    public void Letters_tell_the_outcome() => Approve("letters",
        new Dialogue(Feedback).Says("bonjour").Says("fr").Hears("letter:selected:epilepsy").Waits(TimeSpan.FromDays(1)).Hears("letter:reserve:epilepsy")
            .Waits(TimeSpan.FromDays(2)).Hears("letter:regret:epilepsy").Says("langue").Presses("Ikinyarwanda")
            .Waits(TimeSpan.FromDays(4)).Hears("letter:selected:child-psychology").Waits(TimeSpan.FromDays(1)).Hears("letter:regret:epilepsy"));

    static Dialogue Offered(string language) => new Dialogue(Feedback).Says("muraho").Says(language).Hears("lesson:EPI-01");

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
