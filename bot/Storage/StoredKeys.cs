using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage;

/// <summary>Keys of rows: of fixed length, hashed where they come from people, so that nothing people write can break an index.</summary>
static class StoredKeys
{
    const int AddressBytes = 16;

    /// <summary>22 letters for an address as they were made before anything was sealed: who knows an address finds its rows.</summary>
    public static string Before(Address address) =>
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

    /// <summary>By what the message of a report may be found: the channel's id, and our own name where the channel brings it.</summary>
    public static IEnumerable<string> Receipts(DeliveryReport report)
    {
        yield return Receipt(report.Channel, CleanText.Of(report.ChannelMessageId));
        if (report.Reference.Length > 0)
            yield return Receipt(report.Channel, CleanText.Of(report.Reference));
    }

    /// <summary>By what reports find the message; null while the channel has nothing to report of it.</summary>
    public static string? Receipt(Sending sending) =>
        sending.ChannelMessageId.Length > 0 ? Receipt(sending.To.Channel, sending.ChannelMessageId)
        : sending.State == SendState.Unknown ? Receipt(sending.To.Channel, sending.Reference)
        : null;

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

    /// <summary>A month's count of a template on a channel.</summary>
    /// <param name="node">Whose count it is; "" when there is only one.</param>
    public static string OfTemplate(string month, string channel, string name, string node = "") => node.Length > 0 ? $"{month}/{channel}/{name}/{node}" : $"{month}/{channel}/{name}";

    public static (string Month, TemplateCount Count) ReadTemplate(string id, long count) => id.Split('/') is [var month, var channel, var name, ..]
        ? (month, new TemplateCount(channel, name, count))
        : throw new InvalidDataException($"{id} is no count of templates.");
}
