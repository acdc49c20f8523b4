using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>Keeps us within what a provider allows: so many messages a second to all, so many to one person with three at once.</summary>
/// <param name="all">The pace to all, which nodes share; a person's own is kept by the node that speaks to her.</param>
sealed class Pace(PaceLimits limits, TimeProvider clock, ISharedPace all)
{
    static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(5);
    const int AtOnceToChat = 3;
    const int ChatsRemembered = 10_000;

    readonly TimeSpan eachChat = TimeSpan.FromSeconds(1) / limits.PerSecondEach;
    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> chats = [];

    /// <summary>Returns zero when the next message to the chat may go; else, at once, how long it must still wait: nobody is held longer than LongestHeld.</summary>
    public async Task<TimeSpan> WaitAsync(string chat, CancellationToken stop)
    {
        var own = Wait(chat);
        if (own > LongestHeld)
            return own;
        var others = await all.ReserveAsync(limits.Line, limits.PerSecond, LongestHeld, stop);
        if (others > LongestHeld)
            return others;
        var wait = Later(Reserve(chat), others);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, stop);
        return TimeSpan.Zero;
    }

    /// <summary>Sends when the message may go; when the provider says too fast, nothing goes to the person for as long as it asks.</summary>
    public async Task<Delivery> SendAsync(string to, Func<Task<Delivery>> send, CancellationToken stop)
    {
        try
        {
            if (await WaitAsync(to, stop) is var rest && rest > TimeSpan.Zero)
                return new Throttled(rest);
        }
        // The bot goes down: this part has not gone out.
        catch (OperationCanceledException)
        {
            return new Throttled(TimeSpan.Zero);
        }

        var delivery = await send();
        if (delivery is Throttled throttled)
            Pause(to, throttled.After);
        return delivery;
    }

    /// <summary>The provider said too fast: nothing to the person before the time is over.</summary>
    public void Pause(string chat, TimeSpan time)
    {
        lock (door)
            chats[chat] = clock.GetUtcNow() + time + eachChat * (AtOnceToChat - 1);
    }

    TimeSpan Wait(string chat)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            return Later(chats.GetValueOrDefault(chat), now) - eachChat * (AtOnceToChat - 1) - now;
        }
    }

    // A chat's bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    TimeSpan Reserve(string chat)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            if (chats.Count > ChatsRemembered)
                Forget(now);
            var own = Later(chats.GetValueOrDefault(chat), now);
            chats[chat] = own + eachChat;
            return own - eachChat * (AtOnceToChat - 1) - now;
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
