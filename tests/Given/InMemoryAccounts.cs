using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>Accounts, stays and invitations in lists; a change of an old version is refused, as stores do.</summary>
sealed class InMemoryAccounts : IAccounts, IStays, IInvitations
{
    readonly Lock gate = new();

    public List<Account> Accounts { get; } = [];

    public List<Stay> Stays { get; } = [];

    public List<Invitation> Invitations { get; } = [];

    /// <summary>How often a stay was looked up.</summary>
    public int Reads { get; private set; }

    public Account this[string name] => Accounts.Single(account => Account.IsSameName(account.Name, name));

    /// <summary>Somebody else changes an account, as another node does.</summary>
    public void Change(string name, Func<Account, Account> change)
    {
        lock (gate)
            Accounts[Accounts.FindIndex(account => Account.IsSameName(account.Name, name))] = change(this[name]) with { Version = this[name].Version + 1 };
    }

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken stop) => Locked<IReadOnlyList<Account>>(() => [.. Accounts]);

    public Task<Account?> FindAsync(AccountId id, CancellationToken stop) => Locked(() => Accounts.FirstOrDefault(account => account.Id == id));

    public Task<Account?> FindAsync(string name, CancellationToken stop) => Locked(() => Accounts.FirstOrDefault(account => Account.IsSameName(account.Name, name)));

    public Task<bool> AddAsync(Account account, CancellationToken stop) => Locked(() =>
    {
        var isFree = Accounts.All(known => !Account.IsSameName(known.Name, account.Name));
        if (isFree)
            Accounts.Add(account);
        return isFree;
    });

    public Task<bool> ChangeAsync(Account account, CancellationToken stop) => Locked(() =>
    {
        var place = Accounts.FindIndex(known => known.Id == account.Id && known.Version == account.Version);
        if (place >= 0)
            Accounts[place] = account with { Version = account.Version + 1 };
        return place >= 0;
    });

    public Task AddAsync(Stay stay, DateTimeOffset now, CancellationToken stop) => Locked(() =>
    {
        Stays.RemoveAll(known => known.Until <= now);
        Stays.Add(stay);
        return true;
    });

    public Task<bool> ChangeAsync(Stay stay, CancellationToken stop) => Locked(() =>
    {
        var place = Stays.FindIndex(known => known.Key == stay.Key);
        if (place >= 0)
            Stays[place] = stay;
        return place >= 0;
    });

    Task<SignedIn?> IStays.FindAsync(string key, CancellationToken stop) => Locked(() =>
    {
        Reads++;
        return Stays.Find(stay => stay.Key == key) is { } stay && Accounts.Find(account => account.Id == stay.Account) is { } account ? new SignedIn(stay, account) : null;
    });

    public Task<IReadOnlyList<Stay>> OfAsync(AccountId account, CancellationToken stop) => Locked<IReadOnlyList<Stay>>(() => [.. Stays.Where(stay => stay.Account == account)]);

    public Task DropAsync(string key, CancellationToken stop) => Locked(() => Stays.RemoveAll(stay => stay.Key == key));

    public Task DropAllAsync(AccountId account, CancellationToken stop) => Locked(() => Stays.RemoveAll(stay => stay.Account == account));

    public Task KeepAsync(Invitation invitation, DateTimeOffset now, CancellationToken stop) => Locked(() =>
    {
        Invitations.RemoveAll(known => known.Until <= now || Account.IsSameName(known.Name, invitation.Name));
        Invitations.Add(invitation);
        return true;
    });

    public Task<Invitation?> FindAsync(string hash, DateTimeOffset now, CancellationToken stop) => Locked(() => Invitations.Find(one => one.Hash == hash && one.Until > now));

    public Task<Invitation?> TakeAsync(string hash, DateTimeOffset now, CancellationToken stop) => Locked(() =>
    {
        var taken = Invitations.Find(one => one.Hash == hash && one.Until > now);
        Invitations.RemoveAll(one => one.Hash == hash);
        return taken;
    });

    public Task<IReadOnlyList<Invitation>> ListAsync(DateTimeOffset now, CancellationToken stop) => Locked<IReadOnlyList<Invitation>>(() => [.. Invitations.Where(one => one.Until > now)]);

    Task<T> Locked<T>(Func<T> work)
    {
        lock (gate)
            return Task.FromResult(work());
    }
}
