using System.Threading.Channels;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Button presses that Telegram wants acknowledged, so that the button stops turning; the oldest are dropped when there are too many.</summary>
sealed class CallbackAnswers
{
    const int Greatest = 5000;

    readonly Channel<string> waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Greatest) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(string query) => waiting.Writer.TryWrite(query);

    public IAsyncEnumerable<string> AllAsync(CancellationToken stop) => waiting.Reader.ReadAllAsync(stop);
}
