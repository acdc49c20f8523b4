using System.Globalization;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Faults.Simulation;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>People on three channels talk to the whole product for two weeks while all that can go wrong does: one seed decides everything.</summary>
sealed class Storm : IDisposable
{
    /// <summary>A Wednesday, nine in the morning in Kigali.</summary>
    static readonly DateTimeOffset Begin = new(2026, 1, 28, 7, 0, 0, TimeSpan.Zero);

    static readonly TimeSpan Beginners = TimeSpan.FromMinutes(20), Outage = TimeSpan.FromMinutes(10), All = TimeSpan.FromDays(13);

    /// <summary>When providers are away, beside the first hour: a morning when nudges go out, and an evening that ends the hours in which they may.</summary>
    static readonly DateTimeOffset[] Outages = [Begin + TimeSpan.FromMinutes(8), new(2026, 1, 30, 5, 58, 0, TimeSpan.Zero), new(2026, 2, 4, 17, 52, 0, TimeSpan.Zero)];

    /// <summary>Far more than people and providers do in a second: what goes on by itself for ever is found.</summary>
    const int MostInASecond = 1_000_000;

    readonly Random chance;
    readonly EventClock clock = new(Begin);
    readonly StormTelegram telegram;
    readonly StormTwilio twilio;
    readonly StormMeta? meta;
    readonly StormPost post;
    readonly StormBot bot;
    readonly Dictionary<Address, StormPerson> people;

    public Storm(int seed, int size, bool isMeta)
    {
        chance = new Random(seed);
        Chronicle = new Chronicle(clock);
        post = new StormPost(clock, chance, Chronicle);
        var statuses = new StormStatuses(clock, chance, post);
        telegram = new StormTelegram(clock, Chronicle, post) { Weather = new StormWeather(chance), Arrives = See };
        twilio = new StormTwilio(clock, Chronicle, post, statuses) { Weather = new StormWeather(chance), Arrives = See };
        meta = isMeta ? new StormMeta(clock, Chronicle, post, statuses) { Weather = new StormWeather(chance), Arrives = See } : null;
        var first = SimulatedForm.Catalogue(RoundKind.Interview);
        var rounds = new[] { first.Rounds[0], first.Rounds[0] with { Code = "SIM2", Kind = RoundKind.Feedback } };
        bot = new StormBot(clock, first with { Rounds = rounds }, chance, Log, Chronicle, telegram, twilio, meta);
        people = Enumerable.Range(0, size).Select(Person).ToDictionary(person => person.Address);
    }

    public Chronicle Chronicle { get; }

    public EventLog Log { get; } = new();

    /// <summary>Runs all of it and lets the checker look.</summary>
    public void Run()
    {
        Plan();
        var (stood, steps) = (Begin, 0);
        for (var end = Begin + All; clock.Step(end); bot.Work())
        {
            (stood, steps) = clock.GetUtcNow() - stood < TimeSpan.FromSeconds(1) ? (stood, steps + 1) : (clock.GetUtcNow(), 0);
            CheckFailedException.Unless(steps < MostInASecond, $"more happens at {stood:u} than ever ends");
        }
        StormCheck.All(Chronicle, bot, post);
    }

    public void Dispose()
    {
        bot.Dispose();
        telegram.Dispose();
        twilio.Dispose();
        meta?.Dispose();
    }

    void Plan()
    {
        foreach (var person in people.Values)
            clock.In(Beginners * chance.NextDouble(), person.Begin);
        foreach (var outage in Outages)
        {
            At(outage, () => Away(isOut: true));
            At(outage + Outage, () => Away(isOut: false));
        }

        clock.CreateTimer(_ => bot.Remind(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        clock.CreateTimer(_ => bot.Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        // The programme speaks to all: at an evening's end, on a day after, before a weekend of common work and a holiday.
        At(new(2026, 1, 29, 17, 50, 0, TimeSpan.Zero), () => Announce("round:SIM2"));
        At(new(2026, 1, 30, 5, 55, 0, TimeSpan.Zero), () => Announce("letter:selected:EPI"));
        At(new(2026, 2, 4, 17, 55, 0, TimeSpan.Zero), () => Announce("letter:reserve:EPI"));
        At(Begin + All - TimeSpan.FromDays(2), () => Array.ForEach(new[] { telegram.Weather, twilio.Weather, meta?.Weather }, weather => Calm(weather)));
    }

    static void Calm(StormWeather? weather)
    {
        if (weather is not null)
            weather.IsOver = true;
    }

    void At(DateTimeOffset at, Action happens) => clock.In(at - Begin, happens);

    void Away(bool isOut)
    {
        Chronicle.Tally.Count("outages", isOut ? 1 : 0);
        telegram.Weather.IsOut = twilio.Weather.IsOut = isOut;
        if (meta is not null)
            meta.Weather.IsOut = isOut;
    }

    void Announce(string words)
    {
        foreach (var person in people.Keys)
            bot.Announce(person, words, clock.GetUtcNow());
    }

    void See(Address to, Arrival arrival) => people[to].See(arrival);

    StormPerson Person(int number) => (number % 3) switch
    {
        0 => new StormPerson(new Address("telegram", $"{1000 + number}"), telegram, clock, chance),
        1 => new StormPerson(new Address("whatsapp", Number(number)), meta is null ? twilio : meta, clock, chance),
        _ => new StormPerson(new Address("sms", Number(number)), twilio, clock, chance),
    };

    static string Number(int person) => string.Create(CultureInfo.InvariantCulture, $"+25078{person:0000000}");
}
