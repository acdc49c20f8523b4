using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>USSD as a channel: the phone asks and waits for the answer, so nothing is ever sent.</summary>
sealed class UssdChannel : IChannel
{
    public const string Word = "ussd";

    public string Name => Word;

    public bool IsFetched => true;

    public Task<Delivery> SendAsync(Address to, Outbound message, string? earlier, CancellationToken stop) =>
        Task.FromResult<Delivery>(new Sent(""));
}
