using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

public sealed class SafetyDialogueTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void Each_level_in_English() => Approve("safety-en", Begun("en", "I agree")
        .Says("I want to die").Presses("Ask somebody to call me").Says("I feel hopeless").Says("my husband beats me").Says("he is having a seizure now")
        .Says("My patient said she wants to die").Says("Patient Jeanne Mukamana, 0788 123 456"));

    [Fact]
    public void Each_level_in_French() => Approve("safety-fr", Begun("fr", "J'accepte")
        .Says("je veux mourir").Says("je suis désespérée").Says("mon mari me bat").Says("mon fils convulse maintenant")
        .Says("ma patiente m'a dit qu'elle veut mourir").Says("la patiente Mukamana née le 12/03/1990"));

    [Fact]
    public void Each_level_in_Kinyarwanda() => Approve("safety-rw", Begun("rw", "Ndemera")
        .Says("ndashaka gupfa").Says("ndihebye").Says("umugabo wanjye arankubita").Says("umwana ari kugwa igicuri ubu")
        .Says("umurwayi yambwiye ko ashaka kwiyahura").Says("umurwayi witwa Mukamana"));

    [Fact]
    public void Somebody_who_has_chosen_no_language_reads_all_of_them() => Approve("safety-new", new Dialogue(GuideB).Says("I want to die"));

    static Dialogue Begun(string language, string agree) => new Dialogue(GuideB).Enters("B1").Says(language).Presses(agree).Says("Musanze");

    static void Approve(string name, Dialogue dialogue) => Approved.Match(dialogue.Transcript, $"tests/Dialogues/{name}.txt");
}
