using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbAccountsContract() : AccountsContract(new LiteDbPlace())
{
    [Fact]
    public async Task Administrators_of_before_become_accounts_once_and_keep_their_passwords()
    {
        using var place = new LiteDbPlace();
        await PutAsync(place, "Claire", "ALINE");
        var first = await place.Reopen().Accounts.ListAsync(default);
        var second = await place.Reopen().Accounts.ListAsync(default);
        Assert.Equal([("ALINE", "hash of ALINE"), ("Claire", "hash of Claire")], first.Select(account => (account.Name, account.PasswordHash)));
        Assert.All(first, account => Assert.True(account.Roles.SequenceEqual(Account.FirstRoles) && account.NeedsSecondFactor && !account.HasSecondFactor && account.Since == Sample.Noon));
        Assert.Equivalent(first, second, strict: true);
    }

    static async Task PutAsync(LiteDbPlace place, params string[] names)
    {
        place.Close();
        using var store = new LiteDbStore(new StorageOptions(place.Folder, Key: Sample.Key));
        var shelf = new LiteDbShelf<Administrator>(store, LiteDbSchema.Administrators);
        foreach (var name in names)
            await shelf.PutAsync(name.ToUpperInvariant(), new Administrator(name, "hash of " + name, Sample.Noon), default);
    }

    sealed record Administrator(string Name, string PasswordHash, DateTimeOffset Since);
}
