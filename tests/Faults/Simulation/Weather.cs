using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>All that goes wrong around the bot: its disk, its clock, its channel, its process, and messages that it stumbles over.</summary>
sealed class Weather(Random chance, Machine machine, SimulatedLine line, EventLog log, Tally tally)
{
    static readonly TimeSpan[] Jumps =
        [TimeSpan.FromHours(2), -TimeSpan.FromHours(2), TimeSpan.FromDays(1), -TimeSpan.FromDays(1), -TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6)];

    readonly Dictionary<string, int> poison = [];
    bool isClear;

    /// <summary>How long nothing happens.</summary>
    public TimeSpan Pause() => chance.Next(100) switch
    {
        < 60 => TimeSpan.FromSeconds(chance.Next(1, 30)),
        < 80 => TimeSpan.FromMinutes(chance.Next(1, 30)),
        < 92 => TimeSpan.FromHours(chance.Next(1, 8)),
        _ => TimeSpan.FromHours(chance.Next(12, 60)),
    };

    /// <summary>Something changes for the worse, or back.</summary>
    /// <param name="say">Brings an update of Telegram on its way.</param>
    public void Change(IReadOnlyList<SimulatedPerson> people, Action<Address, byte[]> say)
    {
        switch (chance.Next(12))
        {
            case < 3:
                TurnDisk();
                break;
            case < 5:
                TurnLine();
                break;
            case 5:
                JumpClock();
                break;
            case < 8:
                Die();
                break;
            case 8:
                machine.StopAndStart();
                break;
            case 9:
                Block(people[chance.Next(people.Count)], say);
                break;
            case 10:
                say(new Address(line.Name, "7"), Malformed.All(chance, 10).ElementAt(chance.Next(10)));
                break;
            default:
                Replay();
                break;
        }
    }

    /// <summary>Whether the decision about it fails: some messages fail once or twice, some always until an operator replays them.</summary>
    public bool IsPoison(Inbound inbound)
    {
        if (isClear || inbound.Said.Kind is not (SaidKind.Text or SaidKind.Choice))
            return false;
        var key = Account.KeyOf(inbound);
        // By its number and not by chance: a message is poison or it is not, however often it is tried.
        if (!poison.TryGetValue(key, out var left))
            left = inbound.ExternalId.EndsWith("13", StringComparison.Ordinal) ? int.MaxValue : inbound.ExternalId.EndsWith("37", StringComparison.Ordinal) ? 2 : 0;
        poison[key] = Math.Max(0, left - 1);
        // The worst moment for the disk: just before the store shall set it aside.
        if (left > 0 && chance.Next(8) == 0)
            machine.Disk.FailingFlushes = chance.Next(1, 3);
        return left > 0;
    }

    /// <summary>All faults end.</summary>
    public void Clear()
    {
        isClear = true;
        (machine.Disk.IsFull, machine.Disk.FailingFlushes, line.Mood) = (false, 0, LineMood.Well);
        line.Blocked.Clear();
        machine.Disarm();
        machine.Do(bot => bot.Tick());
        log.Add("all is well");
    }

    void TurnDisk()
    {
        switch (chance.Next(6))
        {
            case < 3:
                machine.Disk.FailingFlushes += chance.Next(1, 4);
                break;
            case 3:
                machine.Disk.IsFull = true;
                break;
            default:
                machine.Disk.IsFull = false;
                machine.Do(bot => bot.Tick());
                break;
        }
        log.Add($"disk full {machine.Disk.IsFull}");
        tally.Count("disk trouble");
    }

    void TurnLine()
    {
        line.Mood = chance.Next(2) == 0 ? LineMood.Well : (LineMood)chance.Next(1, 5);
        log.Add($"line {line.Mood}");
        tally.Count($"line {line.Mood}");
    }

    // Never far from the true time for long: nobody's clock is, and a sum of jumps would outlast what is remembered.
    void JumpClock()
    {
        var shift = machine.Clock.Shift + Jumps[chance.Next(Jumps.Length)];
        machine.Clock.Set(shift.Duration() > TimeSpan.FromDays(1) ? TimeSpan.Zero : shift, chance);
        log.Add($"clock {machine.Clock.Shift}");
        tally.Count("clock jumps");
    }

    void Die()
    {
        switch (chance.Next(4))
        {
            case 0:
                machine.DieNow();
                break;
            case 1:
                machine.DieInTick();
                break;
            default:
                machine.Arm(isAnyFile: false);
                break;
        }
    }

    void Block(SimulatedPerson person, Action<Address, byte[]> say)
    {
        if (person.Address.Channel != line.Name)
            return;
        var isBlocked = line.Blocked.Add(person.Address);
        if (!isBlocked)
            line.Blocked.Remove(person.Address);
        log.Add($"{person.Address} {(isBlocked ? "blocks" : "lets in")}");
        say(person.Address, TelegramLetter.Membership(1_000_000 + log.Count, person.Address.Value, isBlocked, machine.Clock.TrueTime));
    }

    // An operator has found what was wrong with it, or only hopes so.
    void Replay() => machine.Do(bot =>
    {
        if (bot.Aside.ListAsync(default).Result.FirstOrDefault(one => one.Inbound is not null) is not { Inbound: { } inbound } one)
            return;
        if (chance.Next(2) == 0)
            poison[Account.KeyOf(inbound)] = 0;
        bot.Aside.ReplayAsync(one.Id, default).GetAwaiter().GetResult();
    });
}
