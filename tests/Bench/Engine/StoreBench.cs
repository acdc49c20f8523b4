using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>What the store alone costs a turn, with its threads and its flushes: load, one answer, one reply, one reminder, the mark of what was sent. No socket and no decision.</summary>
static class StoreBench
{
    const long First = 2_000_000_000;
    const int AtOnce = 32, Seed = 1;

    /// <param name="counts">So many people are known; any of them may speak next.</param>
    public static async Task RunAsync(string folder, IReadOnlyList<int> counts, int seconds)
    {
        foreach (var count in counts)
        {
            var its = Path.Combine(folder, $"{count}");
            await Contestants.OpenRoundAsync(its);
            await CrowdFilling.FillAsync(its, First, count);
            await MeasureAsync(its, count, TimeSpan.FromSeconds(seconds));
        }
    }

    static async Task MeasureAsync(string folder, int count, TimeSpan time)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build();
        await using var all = new ServiceCollection().AddLiteDbStorage(settings, WebChannel.Word).BuildServiceProvider();
        await TalkAsync(all, count, time / 3);
        var (cpu, bytes, since) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var turns = await TalkAsync(all, count, time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count,9} known: {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / turns:0} µs of processor and {(GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / turns:0.0} kB a turn, {turns / Stopwatch.GetElapsedTime(since).TotalSeconds:0} turns/s"));
    }

    static async Task<long> TalkAsync(ServiceProvider all, int count, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var (since, said) = (Stopwatch.GetTimestamp(), 0L);
        var marking = Enumerable.Range(0, AtOnce).Select(_ => MarkAsync(all.GetRequiredService<IOutbox>(), over.Token)).ToList();
        var turns = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async lane =>
        {
            await Task.Yield();
            var (chance, taken) = (new Random(Seed + lane), 0L);
            for (; Stopwatch.GetElapsedTime(since) < time; taken++)
                await TurnAsync(all, new Address("telegram", $"{First + chance.Next(count)}"), $"{lane}-{Stopwatch.GetTimestamp()}-{Interlocked.Increment(ref said)}");
            return taken;
        }));
        await Task.WhenAll(marking);
        return turns.Sum();
    }

    static async Task TurnAsync(ServiceProvider all, Address address, string id)
    {
        var (prompt, turns, inbox) = (all.GetRequiredService<IPromptTurns>(), all.GetRequiredService<ITurns>(), all.GetRequiredService<IInbox>());
        var inbound = new Inbound(address, id, Said.Text("14"), DateTimeOffset.UtcNow);
        if (prompt.Hold(inbound) is { } held)
        {
            await prompt.TakeAsync(held, Turn(await turns.LoadAsync(held.Person, address, default), inbound), default);
            return;
        }
        await inbox.AcceptAsync(inbound, default);
        var next = await inbox.NextAsync(default);
        await turns.CommitAsync(next, Turn(await turns.LoadAsync(next.Person, next.Inbound.From, default), next.Inbound), default);
    }

    // As an answer in the middle of an interview: the session changes, and with it all that hangs on it.
    static Turn Turn(Conversation talk, Inbound inbound) => new(
        talk with { Asks = talk.Asks + 1, Sessions = [talk.Sessions[0] with { }] },
        [new Outbound("5/12 How old are you?")],
        [new AnswerGiven(talk.Person, inbound.At, talk.Sessions[0].Id, "/data/q4", "14")],
        [new Reminder("again", "again", inbound.At.AddDays(1))]);

    static async Task MarkAsync(IOutbox outbox, CancellationToken over)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                var sending = await outbox.NextAsync(over);
                await outbox.MarkAsync(sending, new Mark(SendState.Sent, "123456"), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }
}
