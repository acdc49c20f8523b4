using RbcBot.Bot.Storage;

namespace RbcBot.Tests.Bot.Observing;

/// <summary>A store that says of itself what a test wants to hear.</summary>
sealed class SickStore : IStoreHealth, IStoreFigures
{
    public StoreTrouble? Trouble { get; set; }

    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>Whether it throws when it is asked for figures.</summary>
    public bool IsDumb { get; set; }

    public int Asked { get; private set; }

    public Task<StoreTrouble?> AskAsync(CancellationToken stop)
    {
        Asked++;
        return Task.FromResult(Trouble);
    }

    public Task<StoreFigures> ReadAsync(CancellationToken stop) => IsDumb
        ? throw new IOException("no answer")
        : Task.FromResult(new StoreFigures(WaitingSince is null ? 0 : 1, WaitingSince, 0, 0, null, null));
}
