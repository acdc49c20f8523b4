using RbcBot.Bot.Observing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Outbox;

/// <summary>An outbox whose failures are heard of where they matter: the conversation learns that an address is closed, an operator that our settings are to blame.</summary>
sealed class TellingOutbox(IOutbox outbox, IInbox inbox, ChannelWatch watch, TimeProvider clock) : IOutbox
{
    public ValueTask<Sending> NextAsync(CancellationToken stop) => outbox.NextAsync(stop);

    // Told before it is written down: after a crash between the two it is sent and told again, and the inbox takes it once.
    public async Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop)
    {
        var marked = mark.On(sending, clock.GetUtcNow());
        await TellAsync(marked, stop);
        var stands = await outbox.MarkAsync(sending, mark, stop);
        if (stands.State != marked.State && (SendOrder.IsGivenUp(stands.State) || stands.State == SendState.Held))
            await TellOfEarlyAsync(stands, stop);
        return stands;
    }

    // Told behind it, for only the outbox knows whose message it is: when that fails, the channel brings the report again.
    // One that comes before our own mark is nobody's yet: it is told of with the mark.
    public async Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop)
    {
        var stands = await outbox.ReportAsync(report, stop);
        if (stands is not null && report.Stage == DeliveryStage.Failed)
        {
            Instruments.Reported(report.Channel, Reported.Class(report));
            await TellAsync(stands, stop);
        }
        return stands;
    }

    // The mark is written and the message freed: a store that fails now must not have it marked again. The next failure tells then.
    async Task TellOfEarlyAsync(Sending stands, CancellationToken stop)
    {
        Instruments.Reported(stands.To.Channel, stands.Class);
        try
        {
            await TellAsync(stands, stop);
        }
        catch (IOException)
        {
        }
    }

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) => outbox.AfterAsync(to, number, stop);

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) => outbox.LastAsync(to, most, stop);

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) => outbox.WaitAsync(to, number, time, stop);

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) => outbox.LastSentAsync(to, stop);

    async Task TellAsync(Sending stands, CancellationToken stop)
    {
        if (stands.Class == FailureClass.Alert)
            watch.Refused(stands.To.Channel, stands.Attempts[^1].Reason);
        if (ClosedDoor.Of(stands) is { } closed)
            await inbox.AcceptAsync(closed, stop);
    }
}
