using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>What happens with a person's data, in a few lines: who is responsible, what she agreed to, how long it is kept, what she may do.</summary>
static class PrivacyTalk
{
    public static void Show(Scene scene)
    {
        var settings = scene.Catalogue.Privacy;
        var rules = scene.Catalogue.Retention;
        scene.Reply(new Outbound(
            scene.Text("talk.privacy", ("controller", settings.ControllerName), ("contact", Contact(scene, settings)), ("lines", Lines(scene)),
                ("talk", rules.TalkMonths), ("programme", rules.ProgrammeMonths), ("rejected", rules.RejectedMonths)).Replace(" \n", "\n", StringComparison.Ordinal),
            [new Button(scene.Text("purposes.choose"), ConsentScreen.Choose), scene.Button(Command.Withdraw), scene.Button(Command.Menu)]));
    }

    static string Contact(Scene scene, PrivacySettings settings) =>
        settings.Contact.Length > 0 ? scene.Text("talk.privacy.contact", ("contact", settings.Contact)) : "";

    static string Lines(Scene scene) => string.Join('\n', Purposes.All.Select(purpose => scene.Text(
        "talk.privacy.line", ("number", Purposes.Number(purpose)), ("purpose", ConsentScreen.Name(scene, purpose)), ("state", scene.Text(State(scene, purpose))))));

    static string State(Scene scene, Purpose purpose) => Agreement.Of(scene.Conversation.Consents, purpose) switch
    {
        AgreementState.NotAsked => "talk.privacy.open",
        AgreementState.Refused => "talk.privacy.no",
        _ => "talk.privacy.yes",
    };
}
