using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The whole program for some weeks, decided by one seed: its people, what they say and when, clock, channel, disk and the deaths of the process.</summary>
sealed class Simulation : IDisposable
{
    const int Deeds = 150;

    /// <summary>When all is well again nobody waits longer than the slowest retry and the longest wait that the channel asked for.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    readonly Random chance;
    readonly Ledger ledger;
    readonly SimulatedLine line;
    readonly Mail mail;
    readonly Machine machine;
    readonly Weather weather;
    readonly Catalogue catalogue;
    readonly List<SimulatedPerson> people;

    Simulation(int seed)
    {
        chance = new Random(seed);
        ledger = new Ledger(Log, Tally);
        line = new SimulatedLine(chance, ledger, Log);
        catalogue = SimulatedForm.Catalogue((RoundKind)chance.Next(3));
        people = [.. Enumerable.Range(1, chance.Next(3, 9)).Select(number => new SimulatedPerson(
            chance.Next(3) == 0 ? new Address(SimulatedBot.Web, $"page{number}") : new Address(line.Name, $"{1000 + number}"), chance))];
        line.Arrives = (to, message) => people.Find(person => person.Address == to)?.See(message);
        machine = new Machine(chance, ledger, line, Log, Tally) { Take = Decide };
        mail = new Mail(chance, machine, Log);
        weather = new Weather(chance, machine, line, Log, Tally);
    }

    public EventLog Log { get; } = new();

    public Tally Tally { get; } = new();

    /// <summary>Runs a seed to its end.</summary>
    /// <param name="fault">What was found wrong; null when nothing was.</param>
    public static Simulation Run(int seed, out Exception? fault)
    {
        var simulation = new Simulation(seed);
        fault = null;
        try
        {
            simulation.Play();
        }
        catch (Exception found) when (found is not OutOfMemoryException)
        {
            fault = found;
        }
        return simulation;
    }

    public void Dispose() => machine.Dispose();

    void Play()
    {
        machine.Start();
        for (var deed = 0; deed < Deeds; deed++)
            Do();
        weather.Clear();
        Drain();
        ReplayAll();
        Drain();
        EverybodyIsAnswered();
        machine.StopAndStart();
        StoreCheck.CheckDrained(ledger);
    }

    void Do()
    {
        switch (chance.Next(100))
        {
            case < 20:
                Act(people[chance.Next(people.Count)]);
                break;
            case < 34:
                Converse(people[chance.Next(people.Count)]);
                break;
            case < 52:
                mail.Deliver();
                break;
            case < 66:
                Serve();
                break;
            case < 78:
                Send();
                break;
            case < 90:
                machine.Pass(weather.Pause());
                machine.Do(bot => bot.Remind());
                break;
            case < 93:
                machine.Do(bot => bot.Tick());
                break;
            default:
                weather.Change(people, mail.Say);
                break;
        }
    }

    // Somebody says something, now and then very much of it.
    void Act(SimulatedPerson person)
    {
        machine.Pass(TimeSpan.FromSeconds(chance.Next(1, 4)));
        Read(person);
        var (said, to) = person.Speak();
        var key = mail.Post(person.Address, said);
        var isPress = said.Kind == SaidKind.Choice && said.Words.StartsWith("q:", StringComparison.Ordinal);
        if (SimulatedPerson.QuestionIn(to) is { } question && (isPress || (said.Kind == SaidKind.Text && IsSettled(person))))
            ledger.Meanings.Add(key, question, isPress ? null : ledger.Of(person.Address).UndatedTurns);
        for (var more = chance.Next(60) == 0 ? chance.Next(5, 25) : 0; more > 0; more--)
            mail.Post(person.Address, Said.Text($"more {more}"));
    }

    // A talk as it mostly is: she says something, the bot answers, she reads it.
    void Converse(SimulatedPerson person)
    {
        for (var some = chance.Next(1, 8); some > 0; some--)
        {
            Act(person);
            machine.Pass(TimeSpan.FromSeconds(2));
            mail.Deliver();
            Serve();
            Send();
        }
    }

    // She has read the last that was said to her, and nothing of hers is on its way but this.
    bool IsSettled(SimulatedPerson person)
    {
        var account = ledger.Of(person.Address);
        return account.Queue.Count == 0 && mail.From(person.Address) == 1
            && account.Posts.LastOrDefault() is { Fate: SendState.Sent } last && last.Message.Text == person.LastSeen?.Text && last.Message.Buttons.SequenceEqual(person.LastSeen.Buttons);
    }

    // A page asks for what is new; on the phone it is there.
    void Read(SimulatedPerson person)
    {
        if (person.Address.Channel == SimulatedBot.Web)
            machine.Do(bot => bot.Read(person.Address, person.SeenCount).ToList().ForEach(person.See));
    }

    void Serve()
    {
        for (var some = chance.Next(1, 8); some > 0; some--)
            machine.Do(bot => bot.Serve());
    }

    void Send()
    {
        for (var some = chance.Next(1, 10); some > 0; some--)
            machine.Do(bot => bot.Send());
    }

    Turn Decide(Witness witness, Conversation conversation, Inbound inbound, DateTimeOffset now)
    {
        witness.Tell(known => known.Decides(conversation, inbound));
        if (weather.IsPoison(inbound))
        {
            witness.Tell(known => known.Failed(inbound));
            throw new InvalidDataException("Poison.");
        }
        try
        {
            // The day on which somebody is erased comes to nothing here: what an erasure leaves is not in the checker's account of her, and has tests of its own (ErasureContract, ErasureKillTests).
            return inbound.Said is { Kind: SaidKind.Due, Words: Erase.Subject } ? new Turn(conversation, [], [], []) : Talk.Take(conversation, inbound, catalogue, Flows.All, now);
        }
        catch (Exception failure)
        {
            witness.Blame(failure);
            throw;
        }
    }

    // All that is on its way arrives, all that waits has its turn, all that was said goes out.
    void Drain()
    {
        for (var patience = Patience; patience > TimeSpan.Zero;)
        {
            mail.Deliver();
            machine.Do(bot => bot.Remind());
            while (machine.Bot.Serve() || machine.Bot.Send())
                machine.ThrowFault();
            if (machine.Bot.IsDrained && mail.Count == 0)
                break;
            var wait = machine.Bot.IsDrained && mail.NextDue is { } due ? due : Step;
            patience -= machine.Bot.IsDrained ? TimeSpan.Zero : wait;
            machine.Pass(wait);
        }
        StoreCheck.CheckDrained(ledger);
        StoreCheck.Check(ledger, machine.Bot.View(machine.Clock));
    }

    void ReplayAll() => machine.Do(bot =>
    {
        foreach (var one in bot.Aside.ListAsync(default).Result.Where(one => one.Inbound is not null))
            bot.Aside.ReplayAsync(one.Id, default).GetAwaiter().GetResult();
    });

    void EverybodyIsAnswered()
    {
        machine.Pass(TimeSpan.FromMinutes(2));
        var before = people.ToDictionary(person => person, person => ledger.Of(person.Address).Posts.Count);
        people.ForEach(person => mail.Post(person.Address, Said.Text("murabeho")));
        Drain();
        foreach (var (person, posts) in before)
            CheckFailedException.Unless(ledger.Of(person.Address).Posts.Skip(posts).Any(post => post.Fate == SendState.Sent), $"{person.Address} is stuck: nobody answers");
        Log.Add("all are answered");
    }
}
