using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;

namespace RbcBot.Admin.Simulator;

/// <summary>One bubble of a talk as a channel shows it.</summary>
/// <param name="Message">What the bot says; null for the trainee's own words.</param>
/// <param name="IsLive">Whether what is in it can be pressed.</param>
public sealed record Bubble(string Words, ChannelMessage? Message, bool IsLive)
{
    /// <summary>Files of the form that belong to the message.</summary>
    public IReadOnlyList<OutboundMedia> Media { get; init; } = [];

    /// <summary>The last exchanges of a talk on a channel. Where messages can be changed, ticks change the message before them.</summary>
    public static IReadOnlyList<Bubble> Of(IReadOnlyList<Exchange> exchanges, Capabilities channel)
    {
        List<Bubble> bubbles = [];
        foreach (var (exchange, index) in exchanges.Select((exchange, index) => (exchange, index)))
        {
            var isLast = index == exchanges.Count - 1;
            if (channel.CanEdit && exchange.Replies is [{ Redraws: true } redrawn] && LastSaid(bubbles) is { } at)
            {
                var changed = Rendering.Of(redrawn, channel, exchange.Language)[^1];
                bubbles[at] = new("", changed with { Text = bubbles[at].Message!.Text }, isLast); // found as the bot's
                continue;
            }
            if (exchange.Words.Length > 0)
                bubbles.Add(new(exchange.Words, null, false));
            foreach (var reply in exchange.Replies)
                bubbles.AddRange(Rendering.Of(reply, channel, exchange.Language)
                    .Select((message, part) => new Bubble("", message, isLast) { Media = part == 0 ? reply.Media : [] }));
        }
        return bubbles;
    }

    static int? LastSaid(List<Bubble> bubbles) => bubbles.Count > 0 && bubbles[^1].Message is not null ? bubbles.Count - 1 : null;
}
