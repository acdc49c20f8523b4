using RbcBot.Core.Conversations.Identity;

namespace RbcBot.Core.Conversations.Access;

/// <summary>"My data": a summary in the chat and a link to the whole; without an address for a link, the whole in parts.</summary>
public static class AccessTalk
{
    /// <summary>How long a link opens what is kept of its person.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>Times in a day that it may be asked for.</summary>
    const int MostAsked = 5;

    /// <summary>Whether a link is to be made before the turn is decided.</summary>
    public static bool WantsLink(Conversation conversation, Said said, DateTimeOffset now) =>
        conversation.Language is not null && MayAsk(conversation, now)
        && (said.Kind is SaidKind.Text ? Commands.Read(said.Words) : said.Kind is SaidKind.Choice ? Commands.OfPayload(said.Words) : null) == Command.MyData;

    internal static void Show(Scene scene)
    {
        if (!MayAsk(scene.Conversation, scene.Now))
        {
            scene.Say("access.asked");
            LinkTalk.Back(scene);
            return;
        }
        scene.Conversation = scene.Conversation with { DataAsked = [.. Lately(scene.Conversation, scene.Now), scene.Now] };
        var summary = AccessSummary.Of(scene);
        if (scene.Said.DataLink is { } link)
            summary += "\n\n" + scene.Text("access.link", ("link", link));
        scene.Reply(new Outbound(summary, [scene.Button(Command.Menu), .. Erasing.EraseTalk.Waits(scene.Conversation) ? [] : new[] { scene.Button(Command.EraseMe) }]));
        if (scene.Said.DataLink is null)
            foreach (var part in AccessRecord.Of(scene.Conversation, scene.Catalogue, scene.Language).Parts)
                scene.Reply(new Outbound(part));
    }

    static bool MayAsk(Conversation conversation, DateTimeOffset now) => Lately(conversation, now).Count < MostAsked;

    static List<DateTimeOffset> Lately(Conversation conversation, DateTimeOffset now) => [.. conversation.DataAsked.Where(at => at > now.AddDays(-1) && at <= now)];
}
