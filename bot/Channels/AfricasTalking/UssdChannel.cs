using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>USSD as a channel: the phone asks and waits for the answer, so nothing is ever sent.</summary>
sealed class UssdChannel : IChannel
{
    public const string Word = "ussd";

    public string Name => Word;

    public bool IsFetched => true;

    public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop) =>
        Task.FromResult<Delivery>(new Sent(""));
}
