namespace RbcBot.Core.Conversations;

/// <summary>A way to people: web chat, Telegram, later WhatsApp and SMS.</summary>
public interface IChannel
{
    /// <summary>The channel's word in an address: web, telegram.</summary>
    string Name { get; }

    /// <summary>Whether people fetch their messages themselves (web): then a stored message is a delivered one and SendAsync is never called.</summary>
    bool IsFetched { get; }

    /// <summary>Whether the provider reports later how far a message came: then it is found again by the channel's id.</summary>
    bool Reports => false;

    /// <summary>Hands one message to the channel; answers with what became of it, throws only on a programmer's mistake.</summary>
    /// <param name="earlier">The channel's id of the message that a redraw edits; null when there is none.</param>
    Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop);

    /// <summary>The bytes of a file that a person sent, by the channel's own name for it; a channel that brings files with the message has none to fetch.</summary>
    /// <param name="most">More bytes are not fetched.</param>
    Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => Task.FromResult(new Fetched(null, IsOver: true, IsLarge: false));
}

/// <summary>What came of fetching a file.</summary>
/// <param name="Bytes">Null when they could not be had.</param>
/// <param name="IsOver">Whether trying again cannot help.</param>
/// <param name="IsLarge">Whether it was too large.</param>
public sealed record Fetched(ReadOnlyMemory<byte>? Bytes, bool IsOver, bool IsLarge);
