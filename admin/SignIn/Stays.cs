using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Who is in the console in which browser. What was read is believed for ten seconds, so that a page costs no read of the store, or one.</summary>
sealed class Stays(IStays kept, ConsoleOptions options, TimeProvider clock)
{
    /// <summary>How long another node's change may stay unseen here.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody has for the second factor.</summary>
    static readonly TimeSpan Halfway = TimeSpan.FromMinutes(15);

    /// <summary>A click is noted when the last one that was noted is so old.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    const int MostRemembered = 2000;

    readonly ConcurrentDictionary<string, (SignedIn Who, DateTimeOffset At)> remembered = new(StringComparer.Ordinal);

    /// <summary>Who is in this browser, in whatever stage; null when nobody is, or the stay is over.</summary>
    public async Task<SignedIn?> CurrentAsync(HttpContext http, CancellationToken stop)
    {
        if (StayCookie.Read(http) is not { } id || await FindAsync(KeyOf(id), stop) is not { } who || !IsGood(who))
            return null;
        return clock.GetUtcNow() - who.Stay.Seen < Grain ? who : await TouchAsync(who, stop);
    }

    /// <summary>Opens a stay under a new id; the one that this browser had is over.</summary>
    public async Task<SignedIn> OpenAsync(HttpContext http, Account account, StayStage stage, CancellationToken stop)
    {
        await CloseAsync(http, stop);
        var (id, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        var stay = new Stay(KeyOf(id), account.Id, account.Stamp, stage, now)
        {
            Until = now + (stage == StayStage.Full ? TimeSpan.FromHours(options.AbsoluteHours) : Halfway),
            Browser = BrowserName.Of(http.Request.Headers.UserAgent.ToString()),
        };
        await kept.AddAsync(stay, now, stop);
        StayCookie.Write(http, id);
        return new SignedIn(stay, account);
    }

    /// <summary>Ends what this browser has.</summary>
    public async Task CloseAsync(HttpContext http, CancellationToken stop)
    {
        if (StayCookie.Read(http) is not { } id)
            return;
        await DropAsync(KeyOf(id), stop);
        StayCookie.Delete(http);
    }

    /// <summary>Keeps a changed stay; null when it was ended meanwhile.</summary>
    public async Task<SignedIn?> ChangeAsync(SignedIn who, Stay stay, CancellationToken stop)
    {
        var isThere = await kept.ChangeAsync(stay, stop);
        // What we hold of the account may be older than the store's: the next page reads both.
        remembered.TryRemove(stay.Key, out _);
        return isThere ? who with { Stay = stay } : null;
    }

    /// <summary>Those of an account that are good now.</summary>
    public async Task<IReadOnlyList<Stay>> OfAsync(Account account, CancellationToken stop) =>
        [.. (await kept.OfAsync(account.Id, stop)).Where(stay => stay.Stage == StayStage.Full && IsGood(new SignedIn(stay, account)))];

    public async Task DropAsync(string key, CancellationToken stop)
    {
        await kept.DropAsync(key, stop);
        remembered.TryRemove(key, out _);
    }

    public async Task DropAllAsync(AccountId account, CancellationToken stop)
    {
        await kept.DropAllAsync(account, stop);
        Forget(account);
    }

    /// <summary>An account was changed: what is remembered of it no longer counts.</summary>
    public void Forget(AccountId account)
    {
        foreach (var one in remembered.Where(one => one.Value.Who.Account.Id == account))
            remembered.TryRemove(one);
    }

    async Task<SignedIn?> TouchAsync(SignedIn who, CancellationToken stop)
    {
        try
        {
            return await ChangeAsync(who, who.Stay with { Seen = clock.GetUtcNow() }, stop);
        }
        catch (IOException)
        {
            return who; // a full disk keeps nobody from reading
        }
    }

    async Task<SignedIn?> FindAsync(string key, CancellationToken stop)
    {
        if (remembered.TryGetValue(key, out var known) && clock.GetUtcNow() - known.At < Believed)
            return known.Who;
        if (await kept.FindAsync(key, stop) is { } who)
            return Remember(who);
        remembered.TryRemove(key, out _);
        return null;
    }

    SignedIn Remember(SignedIn who)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[who.Stay.Key] = (who, clock.GetUtcNow());
        return who;
    }

    // A stay of another stamp was opened before password, factor or roles were changed.
    bool IsGood(SignedIn who)
    {
        var now = clock.GetUtcNow();
        return who.Account.DisabledAt is null && who.Stay.Stamp == who.Account.Stamp
            && now < who.Stay.Until && now - who.Stay.Seen < TimeSpan.FromMinutes(options.IdleMinutes);
    }

    static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
