using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>The one screen on which consent is asked: yes to all, no, or choose.</summary>
static class ConsentScreen
{
    public const string Choose = "p:choose";

    const string TickPrefix = "q:p:", Done = "q:p:done";

    /// <summary>What is typed for "choose", behind 1 for yes and 2 for no.</summary>
    public const int ChooseNumber = 3;

    /// <summary>Whether it is said shorter: where it is paid for by the segment, and comes in pieces.</summary>
    public static bool IsShort(Scene scene) => Capabilities.IsPaidBySegment(scene.Conversation.Address.Channel);

    /// <param name="lead">What comes before the purposes: the form's own words, or why they are asked.</param>
    public static void Ask(Scene scene, string lead, IReadOnlyList<Purpose> purposes, bool isOfForm, bool isShort)
    {
        var text = isShort ? ShortText(scene, lead, purposes) : purposes.Count == 0 ? lead : $"{lead}\n\n{Asked(scene, purposes, isShort)}";
        Stand(scene, new ConsentQuestion(purposes, Hash(text)) { IsOfForm = isOfForm, IsShort = isShort });
        scene.Reply(new Outbound(text, Answers(scene, purposes)));
    }

    /// <summary>The same question in one sentence, where it stands whole above: what was shown there is what is agreed to.</summary>
    public static void AskAgain(Scene scene, ConsentQuestion question) => scene.Reply(new Outbound(scene.Text("talk.consent.unclear"), Answers(scene, question.Purposes)));

    static IReadOnlyList<Button> Answers(Scene scene, IReadOnlyList<Purpose> purposes) =>
    [
        new Button(scene.Text("talk.agree"), Commands.Payload(Command.Yes)),
        new Button(scene.Text("talk.disagree"), Commands.Payload(Command.No)),
        // Three are as many as WhatsApp shows side by side.
        purposes.Count > 1 ? new Button(scene.Text("purposes.choose"), Choose) { Number = ChooseNumber } : scene.Button(Command.Menu),
    ];

    /// <summary>The purposes to be ticked.</summary>
    /// <param name="redraws">Whether only a tick changed.</param>
    public static void Tick(Scene scene, ConsentQuestion question, bool redraws)
    {
        var text = scene.Text("purposes.choosing", ("lines", Lines(scene, question.Purposes, question.IsShort)));
        Stand(scene, question with { IsChoosing = true, Sha256 = Hash(text) });
        scene.Reply(new Outbound(text,
        [
            .. question.Purposes.Select(purpose => new Button(Name(scene, purpose), TickPrefix + (int)purpose, IsTicked: question.Ticked.Contains(purpose))),
            new Button(scene.Text("talk.command.done"), Done),
        ], Redraws: redraws));
    }

    /// <summary>The purpose whose button was pressed; null when none was.</summary>
    public static Purpose? Pressed(Said said) =>
        said.Kind == SaidKind.Choice && said.Words.StartsWith(TickPrefix, StringComparison.Ordinal)
            ? Purposes.All.Select(purpose => (Purpose?)purpose).FirstOrDefault(purpose => said.Words == TickPrefix + (int)purpose!.Value) // none is null before it is looked for
            : null;

    public static bool IsDone(Scene scene) => scene.Command == Command.Done || (scene.Said.Kind == SaidKind.Choice && scene.Said.Words == Done);

    static string ShortText(Scene scene, string lead, IReadOnlyList<Purpose> purposes) => string.Join('\n',
        (string[])[lead, .. purposes.Count > 0 ? [Asked(scene, purposes, isShort: true)] : Array.Empty<string>(), scene.Text("purposes.whole.offer", ("word", scene.Text("purposes.whole")))]);

    static string Asked(Scene scene, IReadOnlyList<Purpose> purposes, bool isShort) =>
        scene.Text((purposes.Count == 1 ? "purposes.ask.one" : "purposes.ask") + (isShort ? ".short" : ""), ("lines", Lines(scene, purposes, isShort)));

    static string Lines(Scene scene, IReadOnlyList<Purpose> purposes, bool isShort) => string.Join('\n', purposes.Select(purpose =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Purposes.Number(purpose)}. {scene.Text($"purpose.{Purposes.Word(purpose)}.{(isShort ? "short" : "what")}")}")));

    public static string Name(Scene scene, Purpose purpose) => scene.Text($"purpose.{Purposes.Word(purpose)}");

    public static string Names(Scene scene, IEnumerable<Purpose> purposes) =>
        string.Join(", ", purposes.Select(purpose => Name(scene, purpose).ToLower(Texts.Languages.Culture(scene.Language))));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static void Stand(Scene scene, ConsentQuestion question) => scene.Conversation = scene.Conversation with { Consenting = question };
}
