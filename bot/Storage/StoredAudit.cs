using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage;

/// <summary>Entries of the audit trail as every store keeps them.</summary>
static class StoredAudit
{
    const int LongestName = 200;
    const int LongestObject = 300;
    const int LongestReason = 500;

    /// <summary>The entry as a store can keep it: what is signed must read back byte for byte.</summary>
    public static AuditEntry Clean(AuditEntry entry) => entry with
    {
        At = entry.At.ToUniversalTime(),
        Actor = Of(entry.Actor, LongestName) ?? "",
        Act = Of(entry.Act, LongestName) ?? "",
        Object = Of(entry.Object, LongestObject),
        Reason = Of(entry.Reason, LongestReason),
    };

    /// <summary>The roles as one text, in their order.</summary>
    public static string Roles(AuditEntry entry) => string.Join(',', entry.Roles);

    /// <summary>The roles of such a text.</summary>
    public static IReadOnlyList<Role> Roles(string written) => [.. written.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    // A pair of surrogates that is cut through becomes one replacement.
    static string? Of(string? text, int longest) => text is null ? null : CleanText.Of(text.Length > longest ? text[..longest] : text);
}
