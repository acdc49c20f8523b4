using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>Lays replies out in screens of a phone, and remembers for as long as a session lasts which page it is on.</summary>
sealed class UssdScreens(TimeProvider clock)
{
    const string Goes = "CON ", Ends = "END ";

    /// <summary>Sessions that are remembered; a network ends each after three minutes.</summary>
    const int MostSessions = 10_000;

    /// <summary>Laid out as a whole: we make the pages.</summary>
    static readonly Capabilities Endless = Capabilities.Ussd with { LongestText = 100_000 };

    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    readonly Lock door = new();
    readonly Dictionary<string, (UssdScreen Screen, DateTimeOffset Until)> sessions = [];

    /// <summary>When there is nothing to show, in every language: nobody knows hers.</summary>
    public static string Nothing => Ends + GsmAlphabet.Plain(Text.InAll("\n", "ussd.slow"));

    /// <summary>What the session shows now.</summary>
    public UssdScreen Of(string session)
    {
        lock (door)
            return sessions.TryGetValue(session, out var known) && known.Until > clock.GetUtcNow() ? known.Screen : UssdScreen.Empty;
    }

    /// <summary>The first page of the replies.</summary>
    public string Show(string session, string way, IReadOnlyList<Outbound> replies)
    {
        // Nothing came in time: what was said is on disk, and its answer waits for the next call.
        if (replies.Count == 0)
            return Nothing;
        var language = replies.Select(reply => reply.Language).LastOrDefault(language => language is not null) ?? Language.En;
        var messages = replies.SelectMany(reply => Rendering.Of(reply, Endless, language)).ToList();
        return Keep(session, way, Pages(messages, language), replies[^1].Buttons.Count == 0, messages);
    }

    /// <summary>The next page of what the session shows.</summary>
    public string Show(string session, string way, UssdScreen shown) => Keep(session, way, shown.Pages, shown.IsEnd, shown.Letters);

    string Keep(string session, string way, IReadOnlyList<string> pages, bool isEnd, IReadOnlyList<ChannelMessage> letters)
    {
        var screen = (pages.Count > 1 || !isEnd ? Goes : Ends) + pages[0];
        lock (door)
        {
            if (sessions.Count >= MostSessions)
                Forget();
            sessions[session] = (new UssdScreen(way, screen, [.. pages.Skip(1)], isEnd, letters), clock.GetUtcNow() + Remembered);
        }
        return screen;
    }

    void Forget()
    {
        foreach (var over in sessions.OrderBy(each => each.Value.Until).Take(MostSessions / 2).Select(each => each.Key).ToList())
            sessions.Remove(over);
    }

    static IReadOnlyList<string> Pages(IReadOnlyList<ChannelMessage> messages, Language language)
    {
        var text = string.Join("\n\n", messages.Select(message => message.Text));
        var longest = Capabilities.Ussd.LongestText - Goes.Length;
        if (text.Length <= longest)
            return [text];
        var more = "\n" + GsmAlphabet.Plain(Text.Of(language, "ussd.more"));
        var pages = LongText.Parts(text, longest - more.Length);
        return [.. pages.SkipLast(1).Select(page => page + more), pages[^1]];
    }
}
