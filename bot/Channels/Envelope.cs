using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>What stands outside on one request: whom it goes to, by what its reports name it, until when it is worth anything.</summary>
/// <param name="To">What the provider calls the person, such as her number in E.164.</param>
sealed record Envelope(string To)
{
    /// <summary>Our name of the message, for a provider that brings it back with its reports; "" on a request with which the message is not whole yet, for what is told of that says nothing of the message.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Null when it keeps.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Of one part of a message.</summary>
    /// <param name="completes">Whether the message is whole with it.</param>
    public static Envelope Of(Sending sending, bool completes) =>
        new(sending.To.Value) { ExpiresAt = sending.Message.ExpiresAt, Reference = completes ? sending.Reference : "" };
}
