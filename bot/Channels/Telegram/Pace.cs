namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Keeps us within what Telegram allows: so many messages a second to all, so many to a chat with three at once.</summary>
sealed class Pace(TelegramOptions options, TimeProvider clock)
{
    static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(5);
    const int AtOnceToChat = 3;
    const int ChatsRemembered = 10_000;

    readonly TimeSpan eachChat = TimeSpan.FromSeconds(1) / options.MessagesPerSecondEach;
    readonly TimeSpan eachOfAll = TimeSpan.FromSeconds(1) / options.MessagesPerSecond;
    readonly int atOnceToAll = options.MessagesPerSecond;
    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> chats = [];
    DateTimeOffset all;

    /// <summary>Returns zero when the next message to the chat may go; else, at once, how long it must still wait: nobody is held longer than LongestHeld.</summary>
    public async Task<TimeSpan> WaitAsync(string chat, CancellationToken stop)
    {
        var wait = Reserve(chat);
        if (wait > LongestHeld)
            return wait;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, stop);
        return TimeSpan.Zero;
    }

    /// <summary>Telegram said too fast: nothing to the chat before the time is over.</summary>
    public void Pause(string chat, TimeSpan time)
    {
        lock (door)
            chats[chat] = clock.GetUtcNow() + time + eachChat * (AtOnceToChat - 1);
    }

    // Each bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    TimeSpan Reserve(string chat)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            if (chats.Count > ChatsRemembered)
                Forget(now);
            var own = Later(chats.GetValueOrDefault(chat), now);
            all = Later(all, now);
            var wait = Later(own - eachChat * (AtOnceToChat - 1), all - eachOfAll * (atOnceToAll - 1)) - now;
            if (wait > LongestHeld)
                return wait;
            chats[chat] = own + eachChat;
            all += eachOfAll;
            return wait;
        }
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var chat in chats.Where(each => each.Value <= now).Select(each => each.Key).ToList())
            chats.Remove(chat);
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
