using RbcBot.Bot.Outbox;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>Keeps us within what a provider allows: so many messages a second to all, so many to one person with three at once.</summary>
/// <param name="all">The pace to all, which nodes share; a person's own is kept by the node that speaks to her.</param>
sealed class Pace(PaceLimits limits, TimeProvider clock, ISharedPace all)
{
    /// <summary>So much of what is allowed is used: the rest is for a network that takes longer for one message than for the next.</summary>
    const double Share = 0.98;

    /// <summary>Far longer than all senders of a channel together wait, unless its pace is a few a second.</summary>
    static readonly TimeSpan LongestHeld = TimeSpan.FromMinutes(1);

    static readonly TimeSpan WhileBroken = TimeSpan.FromSeconds(1);

    const int AtOnceToChat = 3;
    const int ChatsRemembered = 10_000;

    readonly TimeSpan each = TimeSpan.FromSeconds(1) / (limits.PerSecond * Share);
    readonly TimeSpan eachChat = TimeSpan.FromSeconds(1) / limits.PerSecondEach;
    readonly Turnstile turnstile = new(limits.PerSecond, clock);
    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> chats = [];
    DateTimeOffset restsUntil;
    int failures;
    long? broken;

    /// <summary>Sends when the message may go; when the provider says too fast, nothing goes to the person, or to nobody, for as long as it asks. Who must wait longer is told so at once.</summary>
    public async Task<Delivery> SendAsync(string to, Func<Task<Delivery>> send, CancellationToken stop, Precedence precedence = Precedence.Reply)
    {
        try
        {
            if (await WaitAsync(to, precedence, stop) is var rest && rest > TimeSpan.Zero)
                return new Throttled(rest) { IsOwn = true };
        }
        // The bot goes down: this part has not gone out.
        catch (OperationCanceledException)
        {
            return new Throttled(TimeSpan.Zero) { IsOwn = true };
        }

        var delivery = await Departure.SendAsync(turnstile, send);
        Heed(to, delivery);
        return delivery;
    }

    // Zero when the next message to the chat may go, by the turnstile; else, at once, how long it must still wait: nobody is held for a chat that was told to wait, nor longer than LongestHeld.
    async Task<TimeSpan> WaitAsync(string chat, Precedence precedence, CancellationToken stop)
    {
        // Our pace stays so far below the provider's that one may go beside it.
        if (precedence == Precedence.Urgent)
        {
            turnstile.Pass();
            Note(chat);
            return TimeSpan.Zero;
        }
        var asked = clock.GetTimestamp();
        if (Later(Own(chat), Rest) is var own && own > eachChat)
            return own;
        // Before a moment of the line is reserved: it would go by unused, and the message come in one that belongs to another.
        if (own > TimeSpan.Zero)
            await Task.Delay(own, clock, stop);
        var others = await all.ReserveAsync(limits.Line, each, LongestHeld, stop);
        if (others > LongestHeld)
            return others;
        await turnstile.PassAsync(others, precedence, stop);
        // What the provider said meanwhile.
        if (Later(Rest, IsBrokenSince(asked) ? WhileBroken : TimeSpan.Zero) is var rest && rest > TimeSpan.Zero)
        {
            turnstile.Leave();
            return rest;
        }
        Note(chat);
        return TimeSpan.Zero;
    }

    void Heed(string chat, Delivery delivery)
    {
        lock (door)
        {
            if (delivery is Throttled { IsForAll: true } all)
                restsUntil = Later(restsUntil, clock.GetUtcNow() + all.After);
            else if (delivery is Throttled hers)
                chats[chat] = clock.GetUtcNow() + hers.After + eachChat * (AtOnceToChat - 1);
            failures = Circuit.IsUp(delivery) ? 0 : failures + 1;
            if (failures >= Circuit.MostFailures)
                broken = clock.GetTimestamp();
        }
    }

    // Who asked the circuit before it opened, and waited here since, would only make one more failure.
    bool IsBrokenSince(long asked)
    {
        lock (door)
            return failures >= Circuit.MostFailures && broken > asked;
    }

    TimeSpan Rest
    {
        get
        {
            lock (door)
                return restsUntil - clock.GetUtcNow();
        }
    }

    // A chat's bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    TimeSpan Own(string chat)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            return Later(chats.GetValueOrDefault(chat), now) - eachChat * (AtOnceToChat - 1) - now;
        }
    }

    void Note(string chat)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            if (chats.Count > ChatsRemembered)
                Forget(now);
            chats[chat] = Later(chats.GetValueOrDefault(chat), now) + eachChat;
        }
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var chat in chats.Where(each => each.Value <= now).Select(each => each.Key).ToList())
            chats.Remove(chat);
    }

    static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>What a provider allows.</summary>
/// <param name="Line">The line's word, such as telegram: nodes share one pace for each.</param>
/// <param name="PerSecond">Messages a second to all together.</param>
/// <param name="PerSecondEach">Messages a second to one person.</param>
sealed record PaceLimits(string Line, int PerSecond, int PerSecondEach);
