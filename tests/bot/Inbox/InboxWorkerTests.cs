using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Bot.Inbox;

public sealed class InboxWorkerTests : IDisposable
{
    readonly LiteDbPlace place = new();

    Ports Ports => place.Ports;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task What_somebody_says_is_answered()
    {
        using var worker = await StartAsync(Echo);
        await Ports.Inbox.AcceptAsync(Text(Web, "1", "Muraho"), default);
        Assert.Equal("Muraho", (await NextToAsync(Web, 0)).Message.Text);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Ten_messages_at_once_are_answered_in_order()
    {
        using var worker = await StartAsync(Echo);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Ports.Inbox.AcceptAsync(Text(Web, $"{number}", $"{number}"), default)));
        for (var number = 0; number < 10; number++)
            await NextToAsync(Web, number);
        await worker.StopAsync(default);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"{number}"), (await Ports.Outbox.AfterAsync(Web, 0, default)).Select(one => one.Message.Text));
    }

    [Fact]
    public async Task Failed_turn_is_tried_again()
    {
        var tries = 0;
        using var worker = await StartAsync((conversation, inbound, now) => ++tries < 3 ? throw new FormatException() : Echo(conversation, inbound, now));
        await Ports.Inbox.AcceptAsync(Text(Web, "1", "Muraho"), default);
        Assert.Equal("Muraho", (await NextToAsync(Web, 0)).Message.Text);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Poison_is_set_aside_and_the_next_message_is_answered()
    {
        using var worker = await StartAsync((conversation, inbound, now) =>
            inbound.ExternalId == "poison" ? throw new FormatException() : Echo(conversation, inbound, now));
        await Ports.Inbox.AcceptAsync(Text(Web, "poison"), default);
        await Ports.Inbox.AcceptAsync(Text(Web, "2", "Muraho"), default);
        while ((await NextToAsync(Web, 0)) is { Message.Text: not "Muraho" } other)
            Assert.Equal(RbcBot.Core.Texts.Text.Of(RbcBot.Core.Texts.Language.En, "talk.trouble"), other.Message.Text);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Poison_that_the_store_does_not_set_aside_is_set_aside_a_second_later_and_its_person_told()
    {
        var runner = new TurnRunner(new RefusingOnce(Ports.Turns), (_, _, _) => throw new FormatException(), place.Clock);
        using var worker = new InboxWorker(Ports.Inbox, runner, new InboxOptions(), NullLogger<InboxWorker>.Instance);
        await Ports.Inbox.AcceptAsync(Text(Web, "poison"), default);
        for (var time = 0; time < 2; time++)
            await ServeAsync(worker);
        var refused = ServeAsync(worker);
        Assert.Equal((false, 0), (refused.IsCompleted, (await Ports.Aside.ListAsync(default)).Count));
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        await refused;
        await ServeAsync(worker);
        Assert.Equal((1, 1), ((await Ports.Aside.ListAsync(default)).Count, (await Ports.Outbox.AfterAsync(Web, 0, default)).Count));
    }

    async Task ServeAsync(InboxWorker worker) => await worker.ServeAsync(await Ports.Inbox.NextAsync(default), default);

    static Turn Echo(Conversation conversation, Inbound inbound, DateTimeOffset now) =>
        Turn(conversation with { LastHeard = now }, inbound.Said.Words);

    async Task<InboxWorker> StartAsync(Func<Conversation, Inbound, DateTimeOffset, Turn> take)
    {
        var runner = new TurnRunner(Ports.Turns, take, place.Clock);
        var worker = new InboxWorker(Ports.Inbox, runner, new InboxOptions(), NullLogger<InboxWorker>.Instance);
        await worker.StartAsync(default);
        return worker;
    }

    async Task<Sending> NextToAsync(RbcBot.Core.People.Address to, long number)
    {
        await Ports.Outbox.WaitAsync(to, number, TimeSpan.FromMinutes(1), default);
        return (await Ports.Outbox.AfterAsync(to, number, default))[^1];
    }

    sealed class RefusingOnce(ITurns turns) : ITurns
    {
        bool hasRefused;

        public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop) => turns.LoadAsync(person, address, stop);

        public Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop) => turns.CommitAsync(handled, turn, stop);

        public Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop)
        {
            var refuses = !hasRefused;
            hasRefused = true;
            return refuses ? throw new IOException("No space left on device") : turns.SetAsideAsync(handled, apology, reason, stop);
        }
    }
}
