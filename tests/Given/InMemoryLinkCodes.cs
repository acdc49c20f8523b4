using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

sealed class InMemoryLinkCodes : ILinkCodes
{
    readonly Dictionary<string, (PersonId Person, DateTimeOffset Until)> kept = [];

    /// <summary>How often somebody asked whose a code is.</summary>
    public int Looks { get; private set; }

    public IEnumerable<string> Kept => kept.Keys;

    public Task KeepAsync(string hash, PersonId person, DateTimeOffset until, DateTimeOffset now, CancellationToken stop)
    {
        kept[hash] = (person, until);
        return Task.CompletedTask;
    }

    public Task<PersonId?> OwnerAsync(string hash, DateTimeOffset now, CancellationToken stop)
    {
        Looks++;
        return Task.FromResult<PersonId?>(kept.TryGetValue(hash, out var one) && one.Until > now ? one.Person : null);
    }
}
