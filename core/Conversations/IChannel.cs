using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>A way to people: web chat, Telegram, later WhatsApp and SMS.</summary>
public interface IChannel
{
    /// <summary>The channel's word in an address: web, telegram.</summary>
    string Name { get; }

    /// <summary>Whether people fetch their messages themselves (web): then a stored message is a delivered one and SendAsync is never called.</summary>
    bool IsFetched { get; }

    /// <summary>Hands one message to the channel; answers with what became of it, throws only on a programmer's mistake.</summary>
    /// <param name="earlier">The channel's id of the message that a redraw edits; null when there is none.</param>
    Task<Delivery> SendAsync(Address to, Outbound message, string? earlier, CancellationToken stop);
}
