using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class ErasureDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void In_English_she_is_erased_after_a_week() => Approve("erased-en",
        new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("Musanze").Says("CS Muhoza").Says("delete me").Presses("Yes, delete").Says("yes")
            .Says("hello").Hears("letter:selected:M1").Says("I want to kill myself").Says("stop").Says("start").Says("help").Waits(TimeSpan.FromDays(7)).HearsErasure());

    [Fact]
    public void In_French_she_takes_it_back() => Approve("erased-fr",
        new Dialogue(GuideB).Enters("B1").Says("fr").Presses("J'accepte").Says("Huye").Says("effacez-moi").Says("oui").Presses("Oui, c'est sûr").Hears("letter:selected:M1")
            .Says("garder").HearsErasure().Says("effacez-moi").Presses("Non, garder").Says("effacez-moi").Says("oui").Says("menu").PressesPayload("x:2"));

    [Fact]
    public void In_Kinyarwanda_she_sees_what_is_kept_and_is_erased() => Approve("erased-rw",
        new Dialogue(GuideB).Enters("B1").Says("rw").Presses("Ndemera").Says("Huye").Says("amakuru yanjye").Presses("Munsibe").Says("yego").Says("yego").Says("amakuru yanjye")
            .Waits(TimeSpan.FromDays(8)).HearsErasure());

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"{name}.txt"));
}
