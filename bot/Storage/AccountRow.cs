using System.Security.Cryptography;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage;

/// <summary>An account as stores find it.</summary>
static class AccountRow
{
    /// <summary>The name as it is compared.</summary>
    public static string Key(string name) => CleanText.Of(name.Trim().ToUpperInvariant());

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>An administrator of before there were accounts: has no second factor, and is made to set one up.</summary>
    public static Account Of(string name, string passwordHash, DateTimeOffset since) =>
        new(new AccountId(NewId()), name, Account.FirstRoles, passwordHash, NewId(), since);
}
