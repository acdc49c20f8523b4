using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>How Telegram is.</summary>
enum LineMood { Well, Slow, Failing, Mute, Down }

/// <summary>Telegram as a channel that is well, asks to wait, fails, loses its answers or is down; what arrives, its person sees.</summary>
sealed class SimulatedLine(Random chance, Ledger ledger, EventLog log) : IChannel
{
    int sent;

    public string Name => "telegram";

    public bool IsFetched => false;

    public LineMood Mood { get; set; }

    /// <summary>People who do not let the bot in.</summary>
    public HashSet<Address> Blocked { get; } = [];

    /// <summary>What is being handed over to each address.</summary>
    public Dictionary<Address, Sending> Current { get; } = [];

    /// <summary>Called when a message has arrived, before anybody hears of it.</summary>
    public Action<Address, Outbound> Arrives { get; set; } = static (_, _) => { };

    /// <summary>Kept apart, because the bot catches what its channel throws.</summary>
    public CheckFailedException? Fault { get; private set; }

    public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        var (to, message) = (sending.To, sending.Message);
        var (answer, hasArrived) = Answer(to);
        var current = Current[to];
        log.Add($"sent {to} {current.Number} {answer.GetType().Name} {(hasArrived ? "arrived" : "")}");
        try
        {
            ledger.Next(current).Answered(answer, hasArrived);
        }
        catch (CheckFailedException fault)
        {
            Fault ??= new CheckFailedException($"message {current.Number} to {to}: {fault.Message}");
        }
        if (hasArrived)
            Arrives(to, message);
        return Task.FromResult(answer);
    }

    (Delivery Answer, bool HasArrived) Answer(Address to) => Mood switch
    {
        LineMood.Down => (new Failed("down", IsPermanent: false), false),
        _ when Blocked.Contains(to) => (new Blocked("blocked"), false),
        LineMood.Slow when chance.Next(2) == 0 => (new Throttled(TimeSpan.FromSeconds(chance.Next(1, 60))), false),
        LineMood.Failing when chance.Next(10) == 0 => (new Failed("refused", IsPermanent: true), false),
        LineMood.Failing when chance.Next(2) == 0 => (new Failed("failing", IsPermanent: false), false),
        LineMood.Mute when chance.Next(2) == 0 => (new Unknown("no answer"), chance.Next(2) == 0),
        _ => (new Sent((++sent).ToString(CultureInfo.InvariantCulture)), true),
    };
}
