using System.Diagnostics;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>A channel whose sends are counted by what became of them.</summary>
sealed class MeasuredChannel(IChannel channel, Origins origins, ChannelWatch watch) : IChannel
{
    public string Name => channel.Name;

    public bool IsFetched => channel.IsFetched;

    public bool Reports => channel.Reports;

    public async Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        using var span = Spans.Of("send", origins.Of(sending.Message))?.SetTag("channel", Name);
        var since = Stopwatch.GetTimestamp();
        Delivery? delivery = null;
        try
        {
            return delivery = await channel.SendAsync(sending, earlier, stop);
        }
        finally
        {
            Instruments.Sent(since, Name, delivery);
            if (delivery is Failed { IsOurs: true } failed)
                watch.Refused(Name, failed.Reason);
            span?.SetTag("outcome", Instruments.Outcome(delivery));
        }
    }

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => channel.FetchAsync(reference, most, stop);
}
