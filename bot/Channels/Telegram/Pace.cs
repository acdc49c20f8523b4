namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Keeps us within what Telegram allows: 25 messages a second to all, one a second to a chat with three at once.</summary>
sealed class Pace(TimeProvider clock)
{
    static readonly TimeSpan EachChat = TimeSpan.FromSeconds(1);
    static readonly TimeSpan EachOfAll = TimeSpan.FromSeconds(1) / 25;
    const int AtOnceToChat = 3;
    const int AtOnceToAll = 25;
    const int ChatsRemembered = 10_000;

    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> chats = [];
    DateTimeOffset all;

    /// <summary>Returns when the next message to the chat may go.</summary>
    public async Task WaitAsync(string chat, CancellationToken stop)
    {
        var wait = Reserve(chat);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, stop);
    }

    /// <summary>Telegram said too fast: nothing to the chat before the time is over.</summary>
    public void Pause(string chat, TimeSpan time)
    {
        lock (door)
            chats[chat] = clock.GetUtcNow() + time + EachChat * (AtOnceToChat - 1);
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
            var wait = Later(own - EachChat * (AtOnceToChat - 1), all - EachOfAll * (AtOnceToAll - 1)) - now;
            chats[chat] = own + EachChat;
            all += EachOfAll;
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
