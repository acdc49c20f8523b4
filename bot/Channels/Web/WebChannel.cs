using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>The web chat as a channel: the page fetches what the outbox holds, so nothing is ever sent.</summary>
sealed class WebChannel : IChannel
{
    public const string Word = "web";

    public string Name => Word;

    public bool IsFetched => true;

    public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop) =>
        Task.FromResult<Delivery>(new Sent(""));
}
