using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Simulation;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>The checker's own log of a storm: what was acknowledged, what was decided, what came to which phone and when the providers were asked. It never asks the product what is right.</summary>
sealed class Chronicle(TimeProvider clock)
{
    readonly Dictionary<Address, PersonLog> people = [];
    readonly Dictionary<string, List<(DateTimeOffset At, string To)>> asked = [];
    readonly List<string> faults = [];

    public IEnumerable<PersonLog> People => people.Values;

    /// <summary>What was found wrong, in the order in which it was.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>How much of everything happened.</summary>
    public Tally Tally { get; } = new();

    public PersonLog Of(Address address) => people.TryGetValue(address, out var known) ? known : people[address] = new PersonLog(address);

    public void Blame(string fault) => faults.Add($"{clock.GetUtcNow():MM-dd HH:mm:ss.fff} {fault}");

    /// <summary>The product said to a provider that it has a message.</summary>
    /// <param name="key">The message's id with its provider.</param>
    public void Acknowledged(Address from, string key, string said)
    {
        if (Of(from).Acknowledged.TryAdd(key, Of(from).Acknowledged.Count))
            Tally.Count("acknowledged");
        else
            Tally.Count("acknowledged again");
        if (said == "STOP")
            Of(from).Stops.Add((clock.GetUtcNow(), true));
        else if (said == "START")
            Of(from).Stops.Add((clock.GetUtcNow(), false));
    }

    /// <summary>A turn is on disk.</summary>
    public void Turned(Inbound inbound, Turn turn)
    {
        var log = Of(inbound.From);
        var isDue = inbound.Said.Kind == SaidKind.Due;
        Tally.Count(isDue ? "turns of the clock" : "turns");
        if (!log.Turned.Add($"{inbound.ExternalId}{(isDue ? " due" : "")}"))
            Blame($"{inbound.From} has a second turn for {inbound.ExternalId}");
        if (!isDue)
            log.Order.Add(inbound.ExternalId);
        foreach (var reply in turn.Replies)
            log.Decided.Add(new Decided(reply, clock.GetUtcNow(), IsNudge: isDue));
        log.Moments.Add(new Moment(clock.GetUtcNow(), inbound.Said, [.. turn.Replies]));
    }

    /// <summary>A message is being handed over: what a provider hears for its address until the next is this one.</summary>
    public void Handing(Sending sending)
    {
        var log = Of(sending.To);
        log.Current = sending.Number;
        if (sending.Number > log.Decided.Count)
            Blame($"{sending.To} is sent message {sending.Number}, which was never decided");
    }

    /// <summary>A provider was asked to send something, whatever becomes of it.</summary>
    public void Asked(string channel, string to)
    {
        if (!asked.TryGetValue(channel, out var list))
            asked[channel] = list = [];
        list.Add((clock.GetUtcNow(), to));
        Tally.Count($"{channel} asked");
    }

    /// <summary>It is on the phone.</summary>
    public void Arrived(Address to, Arrival arrival)
    {
        var log = Of(to);
        log.Arrived.Add((log.Current, arrival.Text, arrival.IsTemplate, arrival.IsReported, clock.GetUtcNow()));
        Tally.Count($"{to.Channel} arrived");
    }

    /// <summary>Nobody is asked more than he allows, in any second as he counts it, and nobody is sent more than three at once and then so many a second.</summary>
    public void CheckLimits(string channel, int perSecond, int perSecondEach)
    {
        const int AtOnce = 3;
        var list = asked.GetValueOrDefault(channel, []);
        var second = TimeSpan.FromSeconds(1);
        for (int first = 0, last = 0; last < list.Count; last++)
        {
            while (list[last].At - list[first].At >= second)
                first++;
            if (last - first + 1 > perSecond)
                Blame($"{channel} was asked {last - first + 1} times in the second before {list[last].At:MM-dd HH:mm:ss.fff}");
        }

        foreach (var one in list.GroupBy(each => each.To))
            foreach (var (early, late) in one.Zip(one.Skip(AtOnce)))
                if (late.At - early.At < second / perSecondEach - TimeSpan.FromMilliseconds(2))
                    Blame($"{one.Key} was sent four within {(late.At - early.At).TotalMilliseconds:0} ms on {channel}");
    }
}

/// <summary>A message that was decided.</summary>
sealed record Decided(Outbound Message, DateTimeOffset At, bool IsNudge);

/// <summary>A turn as somebody outside sees it.</summary>
sealed record Moment(DateTimeOffset At, Said Said, IReadOnlyList<Outbound> Replies);

/// <summary>All that is known of one person's side.</summary>
sealed class PersonLog(Address address)
{
    public Address Address => address;

    /// <summary>Ids of what was acknowledged, with its place in the order.</summary>
    public Dictionary<string, int> Acknowledged { get; } = [];

    /// <summary>Ids that had their turn.</summary>
    public HashSet<string> Turned { get; } = [];

    /// <summary>What she said, in the order of its turns.</summary>
    public List<string> Order { get; } = [];

    /// <summary>When she asked for silence, and for its end.</summary>
    public List<(DateTimeOffset At, bool IsStop)> Stops { get; } = [];

    public List<Moment> Moments { get; } = [];

    /// <summary>Message number n is the one at n - 1.</summary>
    public List<Decided> Decided { get; } = [];

    /// <summary>Number of the message that is on its way; 0 before the first.</summary>
    public long Current { get; set; }

    /// <summary>What came to the phone, in its order.</summary>
    public List<(long Number, string Text, bool IsTemplate, bool IsReported, DateTimeOffset At)> Arrived { get; } = [];
}
