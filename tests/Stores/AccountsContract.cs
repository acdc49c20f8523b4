using RbcBot.Core.People;
using RbcBot.Core.Texts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps of who may sign in to the console, who is in it, and who is invited.</summary>
public abstract class AccountsContract(IStorePlace place) : IDisposable
{
    static readonly Account Aline = new(new AccountId("a1"), "Aline", [Role.Coach, Role.Analyst], "hash", "stamp", Noon)
    {
        Language = Language.Fr,
        TotpSecret = "secret",
        LastTotpStep = 17,
        RecoveryCodes = ["r1", "r2"],
        Passkeys = [new Passkey("id", "key", "laptop", Noon, 3) { Transports = ["usb"], CanBeBackedUp = true }],
        Attempts = 2,
        WaitUntil = Noon.AddMinutes(1),
        InvitedBy = "Claire",
        DisabledAt = Noon.AddDays(1),
    };

    static readonly Stay Here = new("k1", Aline.Id, "stamp", StayStage.Enrolling, Noon) { Until = Noon.AddHours(12), Browser = "Firefox", Pending = "p" };

    static readonly Invitation Invited = new("h1", "Odile", [Role.Committee], "Claire", Noon.AddDays(1)) { Renews = Aline.Id };

    Ports Ports => place.Ports;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_account_is_the_same_after_a_restart()
    {
        Assert.True(await Ports.Accounts.AddAsync(Aline, default));
        place.Reopen();
        Assert.Equivalent(Aline, await Ports.Accounts.FindAsync(Aline.Id, default), strict: true);
        Assert.Equivalent(Aline, await Ports.Accounts.FindAsync("aLINE ", default), strict: true);
        Assert.Equivalent(Aline, Assert.Single(await Ports.Accounts.ListAsync(default)), strict: true);
    }

    [Fact]
    public async Task A_name_is_there_once_whatever_its_case()
    {
        Assert.True(await Ports.Accounts.AddAsync(Aline, default));
        Assert.False(await Ports.Accounts.AddAsync(Aline with { Id = new AccountId("a2"), Name = "ALINE" }, default));
        Assert.Null(await Ports.Accounts.FindAsync(new AccountId("a2"), default));
    }

    [Fact]
    public async Task Of_two_changes_of_what_was_read_one_is_refused()
    {
        await Ports.Accounts.AddAsync(Aline, default);
        Assert.True(await Ports.Accounts.ChangeAsync(Aline with { LastTotpStep = 18 }, default));
        Assert.False(await Ports.Accounts.ChangeAsync(Aline with { LastTotpStep = 19 }, default));
        place.Reopen();
        var now = await Ports.Accounts.FindAsync(Aline.Id, default);
        Assert.Equal((18, 1), (now?.LastTotpStep, now?.Version));
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_counts()
    {
        await Ports.Accounts.AddAsync(Aline, default);
        var changes = await Task.WhenAll(Enumerable.Range(0, 20).Select(step => Ports.Accounts.ChangeAsync(Aline with { LastTotpStep = step }, default)));
        Assert.Single(changes, isChanged => isChanged);
    }

    [Fact]
    public async Task Nobody_is_nobody()
    {
        Assert.Null(await Ports.Accounts.FindAsync("nobody", default));
        Assert.Null(await Ports.Accounts.FindAsync(new AccountId("nobody"), default));
        Assert.False(await Ports.Accounts.ChangeAsync(Aline, default));
        Assert.Null(await Ports.Stays.FindAsync("nobody", default));
    }

    [Fact]
    public async Task A_stay_is_found_with_its_account_after_a_restart()
    {
        await Ports.Accounts.AddAsync(Aline, default);
        await Ports.Stays.AddAsync(Here, Noon, default);
        place.Reopen();
        var found = await Ports.Stays.FindAsync(Here.Key, default);
        Assert.Equal(Here, found?.Stay);
        Assert.Equivalent(Aline, found?.Account, strict: true);
    }

    [Fact]
    public async Task A_stay_that_was_ended_is_not_brought_back_by_a_click()
    {
        await Ports.Accounts.AddAsync(Aline, default);
        await Ports.Stays.AddAsync(Here, Noon, default);
        Assert.True(await Ports.Stays.ChangeAsync(Here with { Seen = Noon.AddMinutes(1) }, default));
        await Ports.Stays.DropAsync(Here.Key, default);
        Assert.False(await Ports.Stays.ChangeAsync(Here with { Seen = Noon.AddMinutes(2) }, default));
        Assert.Null(await Ports.Stays.FindAsync(Here.Key, default));
    }

    [Fact]
    public async Task All_stays_of_an_account_end_and_no_others()
    {
        await Ports.Stays.AddAsync(Here, Noon, default);
        await Ports.Stays.AddAsync(Here with { Key = "k2", Seen = Noon.AddMinutes(1) }, Noon, default);
        await Ports.Stays.AddAsync(Here with { Key = "k3", Account = new AccountId("a2") }, Noon, default);
        Assert.Equal(["k2", "k1"], (await Ports.Stays.OfAsync(Aline.Id, default)).Select(stay => stay.Key));
        await Ports.Stays.DropAllAsync(Aline.Id, default);
        Assert.Empty(await Ports.Stays.OfAsync(Aline.Id, default));
        Assert.Single(await Ports.Stays.OfAsync(new AccountId("a2"), default));
    }

    [Fact]
    public async Task Stays_that_are_over_are_forgotten_when_a_new_one_comes()
    {
        await Ports.Stays.AddAsync(Here, Noon, default);
        await Ports.Stays.AddAsync(Here with { Key = "k2", Until = Noon.AddDays(2) }, Noon.AddHours(12), default);
        Assert.Equal(["k2"], (await Ports.Stays.OfAsync(Aline.Id, default)).Select(stay => stay.Key));
    }

    [Fact]
    public async Task An_invitation_is_taken_once()
    {
        await Ports.Invitations.KeepAsync(Invited, Noon, default);
        place.Reopen();
        Assert.Equivalent(Invited, await Ports.Invitations.FindAsync("h1", Noon, default), strict: true);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Ports.Invitations.TakeAsync("h1", Noon, default)));
        Assert.Single(taken, one => one is not null);
        Assert.Empty(await Ports.Invitations.ListAsync(Noon, default));
    }

    [Fact]
    public async Task An_invitation_is_over_after_its_time_and_when_a_newer_one_of_the_name_is_made()
    {
        await Ports.Invitations.KeepAsync(Invited, Noon, default);
        Assert.Null(await Ports.Invitations.FindAsync("h1", Invited.Until, default));
        Assert.Null(await Ports.Invitations.TakeAsync("h1", Invited.Until, default));
        await Ports.Invitations.KeepAsync(Invited with { Hash = "h2", Name = "ODILE" }, Noon, default);
        Assert.Equal(["h2"], (await Ports.Invitations.ListAsync(Noon, default)).Select(one => one.Hash));
    }
}
