using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Consent before a form begins: its words, their version and the language are kept.</summary>
static class FormConsent
{
    public static void Ask(Scene scene, FormLife life) => scene.Reply(new Outbound(
        scene.Text($"{life.Flow}.consent", ("title", MenuTalk.Title(scene, scene.Session))),
        [
            new Button(scene.Text("talk.agree"), Commands.Payload(Command.Yes)),
            new Button(scene.Text("talk.disagree"), Commands.Payload(Command.No)),
            scene.Button(Command.Menu),
        ]));

    public static void Take(Scene scene, FormLife life)
    {
        switch (Read(scene))
        {
            case true:
                Agree(scene, life);
                break;
            case false:
                Refuse(scene, life);
                break;
            default:
                scene.Say("talk.consent.unclear");
                Ask(scene, life);
                break;
        }
    }

    static void Agree(Scene scene, FormLife life)
    {
        Keep(scene, life, isGiven: true);
        var session = life.Fire(scene, FormTrigger.Agreed) with { Started = scene.Now };
        scene.Keep(session);
        scene.Note(new SessionStarted(scene.Conversation.Person, scene.Now, session.Id, session.Subject, session.FormVersion));
        FormAsking.Next(scene, life, [scene.Text("talk.begin")]);
    }

    static void Refuse(Scene scene, FormLife life)
    {
        Keep(scene, life, isGiven: false);
        var session = life.Fire(scene, FormTrigger.Refused) with { IsOver = true };
        scene.Keep(session);
        Reminding.Set(scene, session);
        Doors.Close(scene);
        scene.Say($"{life.Flow}.declined");
    }

    static void Keep(Scene scene, FormLife life, bool isGiven)
    {
        var consent = new Consent(life.Flow, Version(scene, life), scene.Language, isGiven, scene.Now);
        scene.Conversation = scene.Conversation with { Consents = [.. scene.Conversation.Consents, consent] };
        scene.Note(new ConsentTaken(scene.Conversation.Person, scene.Now, consent));
    }

    /// <summary>The first eight hex digits of the hash of the words as they are written, slots unfilled.</summary>
    static string Version(Scene scene, FormLife life) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scene.Text($"{life.Flow}.consent"))))[..8];

    static bool? Read(Scene scene) => scene.Command switch
    {
        Command.Yes => true,
        Command.No => false,
        _ => scene.Said is not { Kind: SaidKind.Text } said ? null
            : Is(scene, said, "talk.agree") || said.Words.Trim() == "1" ? true
            : Is(scene, said, "talk.disagree") || said.Words.Trim() == "2" ? false
            : null,
    };

    static bool Is(Scene scene, Said said, string key) => Languages.All.Any(language =>
        Folding.Bare(said.Words) == Folding.Bare(Text.Of(language, key)));
}
