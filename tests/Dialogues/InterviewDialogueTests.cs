using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class InterviewDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void A_health_worker_begins_guide_B_in_Kinyarwanda() => Approve("guide-b-rw",
        new Dialogue(GuideB).Enters("B1").Says("ikinyarwanda").Presses("Ndemera").Says("musanze").Says("CS Muhoza").Says("3")
            .Says("1").Says("icyongereza").Says("Gore").Says("99").Says("imyaka 7").Says("subira inyuma").Says("8"));

    [Fact]
    public void Somebody_pauses_and_comes_back_after_months() => Approve("pause-months",
        new Dialogue(GuideB).Enters("B1").Says("2").Says("oui").Presses("Burera").Says("pause")
            .Waits(TimeSpan.FromDays(100)).Says("bonjour").Presses("Entretien sur la formation : centres de santé et hôpitaux").Says("CS Kinoni"));

    [Fact]
    public void After_the_third_unclear_answer_ways_out_are_offered() => Approve("ways-out",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("qqqq").Says("zzzz").Says("????").Says("help").Says("pause"));

    [Fact]
    public void What_a_phone_can_send_beside_words_gets_a_sentence() => Approve("media",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Sends(SaidKind.Voice).Sends(SaidKind.Sticker).Sends(SaidKind.Photo)
            .PressesPayload("q:1:0").PressesPayload("nonsense").Says("").Says(new string('x', 20_000)));

    [Fact]
    public void Who_says_stop_hears_nothing_until_she_starts_again() => Approve("stop",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("STOP").Hears("lesson:EPI-01").Says("START"));

    [Fact]
    public void Who_does_not_agree_is_thanked() => Approve("declined",
        new Dialogue(GuideB).Enters("B1").Says("fr").Presses("Je refuse").Enters("B1").Presses("J'accepte"));

    [Fact]
    public void An_unknown_code_and_an_empty_menu_help() => Approve("menu",
        new Dialogue(GuideB).Says("muraho").Says("qq").Says("1").Enters("XYZ").Says("amakuru").Says("abc").Says("abc").Says("abc").Says("B1"));

    [Fact]
    public void The_language_can_change_in_the_middle() => Approve("language",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("Musanze").Says("language").Presses("Français").Says("CS Muhoza"));

    [Theory]
    [InlineData("rw", "Mu kinyarwanda", "Yego ndabyemeye", "Muraho", "Murakoze cyane")]
    [InlineData("fr", "en français s'il vous plaît", "oui d'accord", "Bonjour", "merci 🙏")]
    [InlineData("en", "English please", "yes, I agree", "hello", "Thank you!")]
    public void Politeness_is_returned_and_no_wall_of_words_comes_twice(string name, string language, string yes, string greeting, string thanks) => Approve($"polite-{name}",
        new Dialogue(GuideB).Enters("B1").Says(language).Says("hmm?").Says(yes).Says(greeting).Says("musnze").Says("CS Muhoza").Says(thanks)
            .Says("mu mujyi").Says("zzzz").Says("simbuka").Says("subira inyuma"));

    [Fact]
    public void Why_do_you_ask_has_an_answer() => Approve("why",
        new Dialogue(GuideB).Enters("B1").Says("rw").Presses("Ndemera").Says("kubera iki").Says("Huye").Says("kuki"));

    [Fact]
    public void Several_answers_are_ticked_or_written() => Approve("several",
        new Dialogue(GuideB).Enters("B1").Says("rw").Presses("Ndemera").SkipsTo("b10")
            .PressesOption(0).PressesOption(2).PressesOption(0).Presses("Byarangiye").Says("1 na 3").Says("subira inyuma").Presses("Byarangiye"));

    [Fact]
    public void Who_withdraws_is_asked_once_more() => Approve("withdrawal",
        new Dialogue(GuideB).Enters("B1").Says("rw").Presses("Ndemera").Says("Huye").Presses("☰ Menyu").Presses("Kubivamo")
            .Presses("Komeza").Presses("☰ Menyu").Presses("Kubivamo").Presses("Yego, mbivuyemo"));

    [Fact]
    public void Two_reminders_come_and_then_silence() => Approve("reminders",
        new Dialogue(GuideB).Enters("B1").Says("fr").Presses("J'accepte").Says("Huye").HearsReminder().HearsReminder().HearsReminder().Presses("Continuer"));

    [Fact]
    public void A_reminder_of_a_step_that_is_past_says_nothing() => Approve("reminder-past",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("Huye").Says("CS Rango").Hears("remind:amina-1/1/0"));

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
