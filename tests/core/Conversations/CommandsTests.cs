using CsCheck;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Core.Conversations;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("MENU", Command.Menu)]
    [InlineData("/menu", Command.Menu)]
    [InlineData("/menu@RbcBot", Command.Menu)]
    [InlineData("ibikubiyemo", Command.Menu)]
    [InlineData("Subira inyuma", Command.Back)]
    [InlineData("retour", Command.Back)]
    [InlineData("simbuka!", Command.Skip)]
    [InlineData("Kubera iki?", Command.Why)]
    [InlineData("pourquoi ?", Command.Why)]
    [InlineData("hagarika gato", Command.Pause)]
    [InlineData("akaruhuko", Command.Pause)]
    [InlineData("Komeza", Command.Resume)]
    [InlineData("next", Command.Resume)]
    [InlineData("HAGARIKA", Command.Stop)]
    [InlineData("arrêt", Command.Stop)]
    [InlineData("ARRETER", Command.Stop)]
    [InlineData("STOP.", Command.Stop)]
    [InlineData("Stop all", Command.Stop)]
    [InlineData("«Arrêter !»", Command.Stop)]
    [InlineData("Nimuhagarike", Command.Stop)]
    [InlineData("/stop", Command.Stop)]
    [InlineData("Tangira", Command.Start)]
    [InlineData("Commencer.", Command.Start)]
    [InlineData("ubufasha", Command.Help)]
    [InlineData("langue", Command.Language)]
    [InlineData("mes réponses", Command.Review)]
    [InlineData("yego 👍", Command.Yes)]
    [InlineData("Non", Command.No)]
    [InlineData("Terminé", Command.Done)]
    [InlineData("Effacez moi", Command.EraseMe)]
    [InlineData("effacez-moi", Command.EraseMe)]
    [InlineData("aidez moi", Command.Help)]
    [InlineData("OPT-OUT", Command.Stop)]
    [InlineData("Hindura igisubizo", Command.Review)]
    [InlineData("yego ndabyemeye", Command.Yes)]
    [InlineData("Yes, I agree.", Command.Yes)]
    [InlineData("yeah ok", Command.Yes)]
    [InlineData("non merci", Command.No)]
    public void A_command_is_the_whole_of_what_was_written(string text, Command command) => Assert.Equal(command, Commands.Read(text));

    [Theory]
    [InlineData("I cannot stop the seizure")]
    [InlineData("yes but no")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("c:back")]
    public void Anything_else_is_no_command(string text) => Assert.Null(Commands.Read(text));

    [Fact]
    public void Every_command_has_a_button_of_its_own() =>
        Assert.All(Enum.GetValues<Command>(), command => Assert.Equal(command, Commands.OfPayload(Commands.Payload(command))));

    [Fact]
    public void Another_payload_is_no_command() => Assert.Null(Commands.OfPayload("a:back"));

    [Fact]
    public void Nothing_that_is_written_throws() => Gen.String.Sample(text => { Commands.Read(text); Commands.OfPayload(text); });
}
