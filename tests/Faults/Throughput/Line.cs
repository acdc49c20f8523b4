using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Cuts;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Throughput;

/// <summary>The real outbox, senders and pace between a store and two providers, on a clock without waiting.</summary>
sealed class Line : IDisposable
{
    public const int PerSecond = 80;
    const int SaidBetweenTicks = 500;

    static readonly TimeSpan BetweenTicks = TimeSpan.FromSeconds(5);

    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbOutbox outbox;
    readonly LiteDbTurns turns;
    readonly OutboxWorker worker;
    readonly OneThread thread;
    int said;

    /// <param name="whatsApp">How WhatsApp answers to somebody, and after what time.</param>
    /// <param name="sms">The same of the provider of SMS.</param>
    public Line(OneThread thread, Func<string, (Delivery, TimeSpan)> whatsApp, Func<string, (Delivery, TimeSpan)>? sms = null)
    {
        this.thread = thread;
        var options = new OutboxOptions();
        WhatsApp = new CountingProvider(new PaceLimits(WhatsAppChannel.Word, PerSecond, 1), Clock, whatsApp);
        Sms = new CountingProvider(new PaceLimits(SmsChannel.Word, PerSecond, 1), Clock, sms ?? (_ => (new Sent("1"), TimeSpan.Zero)));
        store = new LiteDbStore(null, new CutDisk(), new StorageOptions(LeastFreeMegabytes: 1), Clock, isStepped: true, Sample.Vault);
        var people = new LiteDbPeople(store, Clock);
        (inbox, outbox) = (new LiteDbInbox(store, people, Clock), new LiteDbOutbox(store, people, Clock, new HashSet<string>(), options.SendersOfOne));
        turns = new LiteDbTurns(store, inbox, outbox, people, Clock);
        var pace = new OwnPace(Clock);
        IChannel[] channels = [new WhatsAppChannel(WhatsApp, new Pace(WhatsApp.Limits, Clock, pace)), new SmsChannel(Sms, new Pace(Sms.Limits, Clock, pace))];
        worker = new OutboxWorker(
            outbox, new SendingChannels(channels, Clock, NullLogger<SendingChannels>.Instance) { Chance = new Random(1) }, options, NullLogger<OutboxWorker>.Instance);
        Clock.CreateTimer(_ => store.Tick(), null, BetweenTicks, BetweenTicks);
        for (var sender = 0; sender < options.Senders; sender++)
            Sending.Add(SendAllAsync());
    }

    public EventClock Clock { get; } = new(Sample.Noon);

    public CountingProvider WhatsApp { get; }

    public CountingProvider Sms { get; }

    /// <summary>Each sender, for as long as it works.</summary>
    public List<Task> Sending { get; } = [];

    /// <summary>Messages to so many people of a channel.</summary>
    public void Say(string channel, int people, int each = 1, bool isNudge = false, string words = "muraho")
    {
        for (var person = 0; person < people; person++)
            Say(new Address(channel, Number(person)), each, isNudge, words);
    }

    public void Say(Address to, int times, bool isNudge = false, string words = "muraho")
    {
        if (++said % SaidBetweenTicks == 0)
            store.Tick();
        inbox.AcceptAsync(new Inbound(to, $"{said}", Said.Text("hi"), Clock.GetUtcNow()), default).GetAwaiter().GetResult();
        var waiting = inbox.NextAsync(default).AsTask().GetAwaiter().GetResult();
        var next = turns.LoadAsync(waiting.Person, to, default).GetAwaiter().GetResult();
        turns.CommitAsync(waiting, new Turn(next with { Address = to }, [.. Enumerable.Range(0, times).Select(time => new Outbound($"{words} {time}") { IsNudge = isNudge })], [], []), default).GetAwaiter().GetResult();
    }

    /// <summary>Time passes, one thing after the other.</summary>
    public void Pass(TimeSpan time)
    {
        thread.Settle();
        for (var until = Clock.GetUtcNow() + time; Clock.Step(until);)
            thread.Settle();
        Assert.All(Sending, sender => Assert.False(sender.IsCompleted, $"A sender has ended: {sender.Exception}"));
    }

    public static string Number(int person) => string.Create(CultureInfo.InvariantCulture, $"+25078{person:0000000}");

    public void Dispose() => store.Dispose();

    // As the worker's own senders do, which the host starts on threads.
    async Task SendAllAsync()
    {
        while (true)
            await worker.SendAsync(await outbox.NextAsync(default), default);
    }
}
