using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage;

/// <summary>Keys of rows: of fixed length, hashed where they come from people, so that nothing people write can break an index.</summary>
static class StoredKeys
{
    const int AddressBytes = 16;

    /// <summary>22 letters for an address.</summary>
    public static string Of(Address address) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToString())).AsSpan(0, AddressBytes));

    /// <summary>The inbox's id of an inbound: the same address and external id give the same.</summary>
    public static string Of(Inbound inbound) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{inbound.From}|{inbound.ExternalId}")));

    /// <summary>The inbox's id of what the turn of an inbound posts to another lane.</summary>
    /// <param name="id">The inbox's id of that inbound.</param>
    public static string Posted(string id, int index) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{index}"))));

    /// <summary>22 letters for a message by the channel's id: what a channel reports of is found by it.</summary>
    public static string Receipt(string channel, string channelMessageId) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}|{channelMessageId}")).AsSpan(0, AddressBytes));

    /// <summary>An inbound's id as a number, which takes less room.</summary>
    public static UInt128 Number(string id) => UInt128.Parse(id.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The key before a number.</summary>
    public static string KeyIn(string id) => id[..id.LastIndexOf('/')];

    /// <summary>The number behind a key.</summary>
    public static long NumberIn(string key) => long.Parse(key.AsSpan(key.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Whether it is a key with a number behind it.</summary>
    public static bool IsNumbered(string id) =>
        id.LastIndexOf('/') is var at && at > 0 && long.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>A key with a number behind it, in the number's order.</summary>
    public static string Numbered(string key, long number) => string.Create(CultureInfo.InvariantCulture, $"{key}/{number:D10}");
}
