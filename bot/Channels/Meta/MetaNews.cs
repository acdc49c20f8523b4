using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Takes what Meta posted: messages into the inbox, reports to the outbox, what cannot be read aside, for Meta would bring it for a week.</summary>
sealed class MetaNews(NewsReading reading, Intake intake, NewsKeeping keeping)
{
    /// <summary>All of it is durable on return, however often it comes. Throws only what the store throws.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> json, CancellationToken stop)
    {
        Steps.At(Step.Received);
        var posted = reading.Of(json);
        foreach (var unread in posted.Unread)
            await keeping.SetAsideAsync(unread, stop);
        // Different people's messages share a flush; one person's stay in their order.
        await Task.WhenAll(posted.Said.GroupBy(inbound => inbound.From).Select(one => TakeAsync(one, stop)));
        foreach (var report in posted.Reports)
            await keeping.ReportAsync(report, stop);
        Steps.At(Step.Acknowledging);
    }

    async Task TakeAsync(IEnumerable<Inbound> said, CancellationToken stop)
    {
        foreach (var inbound in said)
            await intake.AcceptMeasuredAsync(inbound, stop);
    }
}

/// <summary>Where everything goes that nobody said.</summary>
sealed class NewsKeeping(IAside aside, IOutbox outbox, ILogger<NewsKeeping> log)
{
    public Task ReportAsync(DeliveryReport report, CancellationToken stop) => outbox.ReportAsync(report, stop);

    public async Task SetAsideAsync(Unread unread, CancellationToken stop)
    {
        await aside.KeepUnreadAsync(WhatsAppChannel.Word, unread.Json, unread.Fault, stop);
        log.LogError("Problem {Problem}: {Bytes} bytes from Meta are not readable and were set aside: {Fault}", ProblemIds.Unread, unread.Json.Length, unread.Fault);
    }
}
