using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>Hands messages to their channels, in order for each address, and writes down what became of them.</summary>
sealed class OutboxWorker(IOutbox outbox, SendingChannels channels, OutboxOptions options, ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan BrokenStore = TimeSpan.FromSeconds(1);

    // A message that is ready is there at once; one that is due later, or waits for its chat, is not worth the wait.
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var end = new CancellationTokenSource();
        await using var bound = stoppingToken.Register(() => end.CancelAfter(TimeSpan.FromSeconds(options.DrainSeconds)));
        await Task.WhenAll(Enumerable.Range(0, options.Senders).Select(_ => SendAllAsync(stoppingToken, end.Token)));
    }

    async Task SendAllAsync(CancellationToken stop, CancellationToken end)
    {
        while (await NextAsync(stop) is { } sending)
            await SendAsync(sending, end);
        // Going down: what is ready is sent, what is not keeps its place on disk.
        while (await ReadyAsync(end) is { } sending)
            await SendAsync(sending, end);
    }

    async Task<Sending?> NextAsync(CancellationToken stop)
    {
        try
        {
            return await outbox.NextAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    async Task<Sending?> ReadyAsync(CancellationToken end)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(end);
        soon.CancelAfter(Soon);
        return await NextAsync(soon.Token);
    }

    /// <summary>Hands one message over, unless it is worth nothing any more, and writes down what became of it.</summary>
    public async Task SendAsync(Sending sending, CancellationToken stop)
    {
        var began = channels.Clock.GetUtcNow();
        var mark = Untried(sending.Message, began) ?? await HandOverAsync(sending, stop) with { HandedAt = began };
        if (mark.State is SendState.Failed or SendState.Unknown)
            log.LogWarning("Message {Message} is {State} after {Tries} tries: {Class}", sending.Id, mark.State, sending.Tries + 1, mark.Class);
        await MarkAsync(sending, mark, stop);
    }

    // What is worth nothing any more, or rests.
    static Mark? Untried(Outbound message, DateTimeOffset now) =>
        message.ExpiresAt <= now ? new Mark(SendState.Expired) { Class = FailureClass.Expired, IsTry = false }
        : message.Rest is { } rest && rest.Holds(now) ? new Mark(SendState.Pending, "", "rests", rest.Until) { IsTry = false }
        : null;

    async Task<Mark> HandOverAsync(Sending sending, CancellationToken stop)
    {
        var earlier = sending.Message.Redraws ? await UntilWholeAsync(() => outbox.LastSentAsync(sending.To, stop), sending, stop) : null;
        var delivery = await channels.SendAsync(sending, earlier, stop);
        Steps.At(Step.Delivered);
        return RetrySchedule.After(delivery, sending.Tries, channels.Clock.GetUtcNow(), channels.Chance.NextDouble(), sending.Message.IsUrgent);
    }

    // What went out must be written down, or it goes out again at the next start.
    async Task MarkAsync(Sending sending, Mark mark, CancellationToken stop)
    {
        // The message rests from when that is written down: by then the clock may have been set back.
        var rest = mark.RetryAt - channels.Clock.GetUtcNow();
        await UntilWholeAsync(
            async () =>
            {
                await outbox.MarkAsync(sending, mark with { RetryAt = channels.Clock.GetUtcNow() + rest }, CancellationToken.None);
                return true;
            },
            sending,
            stop);
        Steps.At(Step.Marked);
    }

    // A store that fails ends no sender: it asks again until the store is whole.
    async Task<T> UntilWholeAsync<T>(Func<Task<T>> ask, Sending sending, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (IOException failure)
            {
                log.LogError(failure, "The store did not answer for message {Message}; trying again", sending.Id);
                await Task.Delay(BrokenStore, channels.Clock, stop);
            }
        }
    }
}
