using System.Collections.Concurrent;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>Hands a message over in its parts, in order: a long text, and the pictures before it. What went out before a failure that passes is not sent again.</summary>
sealed class MessageParts
{
    // Messages of which some parts went out: trying again goes on after them.
    readonly ConcurrentDictionary<string, (string Text, int Parts)> begun = [];

    /// <summary>What became of the whole: of several texts that went out, the last one's id.</summary>
    /// <param name="to">Whom it goes to; nobody else sends to her meanwhile.</param>
    /// <param name="text">What tells the message from the one before.</param>
    public async Task<Delivery> SendAsync(string to, string text, IReadOnlyList<MessagePart> parts)
    {
        var from = begun.TryRemove(to, out var before) && before.Text == text ? before.Parts : 0;
        Delivery delivery = new Sent("");
        for (var part = from; part < parts.Count; part++)
        {
            var earlier = delivery;
            delivery = await parts[part].Send();
            // What only goes with the text, such as a picture that the channel does not take, is left out: the question itself counts.
            if (delivery is Failed { IsPermanent: true } && !parts[part].IsText)
                delivery = new Sent("");
            // An edit goes to the text with the buttons, whatever came behind it.
            if (delivery is Sent)
            {
                delivery = parts[part].IsText ? delivery : earlier is Sent ? earlier : delivery;
                continue;
            }

            if (part > 0 && delivery is Throttled or Failed { IsPermanent: false })
                begun[to] = (text, part);
            break;
        }

        return delivery;
    }
}

/// <summary>One request of a message.</summary>
/// <param name="IsText">Whether it is part of what is said; else the message counts without it.</param>
sealed record MessagePart(Func<Task<Delivery>> Send, bool IsText);
