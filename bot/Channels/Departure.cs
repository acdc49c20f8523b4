using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels;

/// <summary>The moment at which a message is written to its provider, who counts it from then on: a new connection or a busy machine can make that later than when it was let go.</summary>
sealed class Departure(Turnstile turnstile)
{
    static readonly AsyncLocal<Departure?> UnderWay = new();

    int requests;

    /// <summary>Sends what passed the turnstile, and has it counted when it is written: each of its requests, or once at the end when nothing said so.</summary>
    public static async Task<Delivery> SendAsync(Turnstile turnstile, Func<Task<Delivery>> send)
    {
        var departure = UnderWay.Value = new Departure(turnstile);
        try
        {
            return await send();
        }
        finally
        {
            if (Volatile.Read(ref departure.requests) == 0)
                departure.Leave();
        }
    }

    /// <summary>A request is written now; nothing happens when it belongs to no message.</summary>
    public static void Now() => UnderWay.Value?.Leave();

    void Leave()
    {
        if (Interlocked.Increment(ref requests) == 1)
            turnstile.Leave();
        else
            turnstile.LeaveAgain();
    }
}
