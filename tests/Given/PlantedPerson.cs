using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Erasing;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Given;

/// <summary>Somebody with a name, words and a number that nobody else has, and the bot's middle around a store, by a clock of its own: she speaks, wants to be erased, and her day comes.</summary>
sealed class PlantedPerson(Ports ports, Address address, FakeTimeProvider clock)
{
    public const string Name = "Uwamahoro Plantedname", Place = "CS Plantedwords", Reference = "plantedreference";

    /// <summary>What is looked for afterwards, beside her number.</summary>
    public static readonly IReadOnlyList<string> Words = ["Plantedname", "Plantedwords", Reference];

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    readonly LinkCodes codes = new(ports.LinkCodes, [], clock);
    readonly AccessLinks links = new(ports.LinkCodes, null, clock);

    /// <summary>The code that was given out last, by which two talks become one.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What was sent to her, and marked as sent.</summary>
    public List<string> Sent { get; } = [];

    public async Task SpeakAsync()
    {
        await EnterAsync();
        await SayAsync(address, "en", "I agree", "Musanze", Place, Name);
    }

    /// <summary>Opens the interview.</summary>
    public Task EnterAsync() => SayAsync(address, Said.Enter("B1"));

    public Task WantToBeErasedAsync() => SayAsync(address, "delete me", "yes", "yes");

    /// <summary>The day is there: her rows go, and she is told.</summary>
    public async Task HaveHerDayAsync()
    {
        await WaitAsync();
        Assert.StartsWith("What told who you are", Sent[^1], StringComparison.Ordinal);
    }

    /// <summary>Ten days go by.</summary>
    public async Task WaitAsync()
    {
        clock.Advance(TimeSpan.FromDays(10));
        Assert.NotEqual(0, await ports.Reminders.FireAsync(clock.GetUtcNow(), default));
        await RunAsync();
    }

    /// <summary>Whoever is at the address says one after the other.</summary>
    public async Task SayAsync(Address from, params string[] all)
    {
        foreach (var words in all)
            await SayAsync(from, Said.Text(words));
    }

    async Task SayAsync(Address from, Said what)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await ports.Inbox.AcceptAsync(new Inbound(from, $"{Reference}-{clock.GetUtcNow().UtcTicks}", what, clock.GetUtcNow()), default);
        await RunAsync();
    }

    async Task<Inbound> BringAsync(Conversation conversation, Inbound inbound, CancellationToken stop)
    {
        var brought = await codes.BringAsync(conversation, inbound, stop);
        Code = brought.Said.NewCode ?? Code;
        return await links.BringAsync(conversation, brought, stop);
    }

    async Task RunAsync()
    {
        var runner = new TurnRunner(ports.Turns, (conversation, inbound, now) => Talk.Take(conversation, inbound, GuideB, Flows.All, now), clock) { Fetch = BringAsync };
        using var late = new CancellationTokenSource(Patience);
        while ((await ports.Inbox.UnhandledAsync(default)).Count > 0)
            await runner.RunAsync(await ports.Inbox.NextAsync(late.Token), default);
        while ((await ports.Deliveries.DepthsAsync(default)).Sum(depth => depth.Pending) > 0)
        {
            var sending = await ports.Outbox.NextAsync(late.Token);
            Sent.Add(sending.Message.Text);
            await ports.Outbox.MarkAsync(sending, SendState.Sent, $"{Reference}-{sending.Number}", "", null, default);
        }
    }
}
