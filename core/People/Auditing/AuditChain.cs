using System.Globalization;
using System.Text;

namespace RbcBot.Core.People.Auditing;

/// <summary>How entries become a chain: each row signs itself and the row before, so that none can be changed, taken out or moved unseen.</summary>
public static class AuditChain
{
    /// <summary>Noted before the first row of a key: ends the text key console.audit.act.…</summary>
    public const string KeyTaken = "audit.key";

    const string Form = "rbcbot-audit-1";

    /// <summary>The rows that come next; a key that did not sign the last row is noted first.</summary>
    public static IReadOnlyList<AuditRow> After(AuditHead last, IReadOnlyList<AuditEntry> entries, AuditKeys keys)
    {
        List<AuditRow> rows = [];
        if (entries.Count > 0 && last.Key != keys.InUse.Id)
            rows.Add(Row(last, new AuditEntry(entries[0].At, "system", [], KeyTaken, keys.InUse.Id, AuditOutcome.Done), keys.InUse));
        foreach (var entry in entries)
            rows.Add(Row(rows.Count > 0 ? rows[^1].Head : last, entry, keys.InUse));
        return rows;
    }

    /// <summary>The hash that a row must have.</summary>
    public static string HashOf(AuditRow row, AuditKey key) => key.Sign(Canonical(row));

    static AuditRow Row(AuditHead last, AuditEntry entry, AuditKey key)
    {
        var row = new AuditRow(last.Seq + 1, entry, key.Id, last.Hash, "");
        return row with { Hash = HashOf(row, key) };
    }

    // Each field with its length before it: no two rows give the same bytes.
    static byte[] Canonical(AuditRow row)
    {
        var (bytes, entry) = (new MemoryStream(), row.Entry);
        string?[] fields =
        [
            Form, row.Seq.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.Actor, string.Join(',', entry.Roles),
            entry.Act, entry.Object, entry.Outcome.ToString(), entry.Reason, row.Key, row.Previous,
        ];
        foreach (var field in fields)
            bytes.Write(field is null ? "-,"u8 : Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},")));
        return bytes.ToArray();
    }
}
