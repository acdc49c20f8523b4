using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Brings what people say over the network to the bot.</summary>
sealed class Mail(Random chance, Machine machine, EventLog log)
{
    readonly Network network = new(chance);
    int letters;

    public int Count => network.Count;

    /// <summary>In what time the next arrives; null when nothing is on its way.</summary>
    public TimeSpan? NextDue => network.NextDue is { } due ? due > machine.Elapsed ? due - machine.Elapsed : TimeSpan.Zero : null;

    public int From(Address address) => network.From(address);

    /// <summary>Something is said, and on its way; gives what the ledger knows it by.</summary>
    public string Post(Address from, Said said)
    {
        var id = (++letters).ToString(CultureInfo.InvariantCulture);
        var at = machine.Clock.TrueTime;
        network.Post(
            from.Channel == SimulatedBot.Web ? new Letter(from, null, new Inbound(from, id, said, at))
            : said.Kind switch
            {
                SaidKind.Choice => new Letter(from, TelegramLetter.Press(letters, from.Value, said.Words, at), null),
                SaidKind.Blocked or SaidKind.Unblocked => new Letter(from, TelegramLetter.Membership(letters, from.Value, said.Kind == SaidKind.Blocked, at), null),
                _ => new Letter(from, TelegramLetter.Text(letters, from.Value, said.Kind == SaidKind.Enter ? $"/start {said.Words}" : said.Words, at), null),
            },
            machine.Elapsed);
        log.Add($"{from} says {id} {said.Kind} {said.Words[..Math.Min(said.Words.Length, 20)]}");
        return $"{from}|{id}";
    }

    /// <summary>Telegram has something to say by itself.</summary>
    public void Say(Address from, byte[] update) => network.Post(new Letter(from, update, null), machine.Elapsed);

    /// <summary>All that has arrived is brought to the bot.</summary>
    public void Deliver()
    {
        while (network.Take(machine.Elapsed) is { } letter)
        {
            if (machine.Bot.SecondsToWait(letter) is { } seconds)
                network.Again(letter, machine.Elapsed, seconds);
            else if (machine.Do(bot => bot.Take(letter)))
                network.Answered(letter, machine.Elapsed);
            else
                network.Again(letter, machine.Elapsed, chance.Next(1, 60));
        }
    }
}
