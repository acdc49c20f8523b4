using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What is on its way to the bot. Telegram's updates may be late, twice and in any order; a web page sends one after the other.</summary>
sealed class Network(Random chance)
{
    readonly PriorityQueue<Letter, (TimeSpan Due, long Number)> travelling = new();
    readonly Dictionary<Address, Queue<Letter>> behind = [];
    readonly Dictionary<Address, int> counts = [];
    long number;

    public int Count => counts.Values.Sum();

    /// <summary>When the next arrives; null when nothing is on its way.</summary>
    public TimeSpan? NextDue => travelling.TryPeek(out _, out var next) ? next.Due : null;

    public int From(Address address) => counts.GetValueOrDefault(address);

    public void Post(Letter letter, TimeSpan now)
    {
        counts[letter.From] = From(letter.From) + 1;
        if (letter.Web is not null)
            PostInOrder(letter, now);
        else
            Travel(letter, now + Delay());
        if (letter.Update is null || chance.Next(12) > 0)
            return;
        counts[letter.From]++;
        Travel(letter, now + Delay());
    }

    /// <summary>The next that has arrived by now; null when none has.</summary>
    public Letter? Take(TimeSpan now) => NextDue <= now ? travelling.Dequeue() : null;

    /// <summary>Nobody answered for it, or not in time: it comes again.</summary>
    public void Again(Letter letter, TimeSpan now, int seconds) => Travel(letter, now + TimeSpan.FromSeconds(seconds));

    /// <summary>The bot answered for it; now and then the answer is lost on its way.</summary>
    public void Answered(Letter letter, TimeSpan now)
    {
        if (chance.Next(20) == 0)
        {
            Again(letter, now, chance.Next(1, 300));
            return;
        }
        counts[letter.From]--;
        if (letter.Web is null)
            return;
        var queue = behind[letter.From];
        queue.Dequeue();
        if (queue.TryPeek(out var next))
            Travel(next, now + TimeSpan.FromSeconds(1));
    }

    void PostInOrder(Letter letter, TimeSpan now)
    {
        if (!behind.TryGetValue(letter.From, out var queue))
            behind[letter.From] = queue = new();
        queue.Enqueue(letter);
        if (queue.Count == 1)
            Travel(letter, now + TimeSpan.FromSeconds(chance.Next(3)));
    }

    void Travel(Letter letter, TimeSpan due) => travelling.Enqueue(letter, (due, number++));

    TimeSpan Delay() => chance.Next(100) switch
    {
        < 75 => TimeSpan.FromMilliseconds(chance.Next(1500)),
        < 92 => TimeSpan.FromSeconds(chance.Next(90)),
        < 97 => TimeSpan.FromHours(chance.Next(1, 30)),
        _ => TimeSpan.FromHours(chance.Next(24, 8 * 24)),
    };
}
