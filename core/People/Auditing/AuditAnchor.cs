using System.Globalization;

namespace RbcBot.Core.People.Auditing;

/// <summary>Where the chain stood at a moment, signed: kept elsewhere, it shows that rows at the end were cut off later.</summary>
/// <param name="Key">Id of the key that signed it.</param>
/// <param name="Mark">HMAC-SHA256 over all else.</param>
public sealed record AuditAnchor(long Seq, DateTimeOffset At, string Hash, string Key, string Mark)
{
    const string Form = "rbcbot-audit-anchor-1";
    const string Moment = "yyyy-MM-ddTHH:mm:ssZ";
    const int Parts = 6;

    public static AuditAnchor Of(AuditHead head, DateTimeOffset at, AuditKeys keys)
    {
        var anchor = new AuditAnchor(head.Seq, at, head.Hash, keys.InUse.Id, "");
        return anchor with { Mark = keys.InUse.Sign(anchor.Signed) };
    }

    /// <summary>Whether one of our keys signed it.</summary>
    public bool IsOurs(AuditKeys keys) => keys.Find(Key) is { } key && key.Sign(Signed) == Mark;

    /// <summary>The anchor of a line; null when the text is none.</summary>
    public static AuditAnchor? Parse(string line) =>
        line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [Form, var seq, var at, var hash, var key, var mark] parts && parts.Length == Parts
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(at, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new AuditAnchor(number, moment, hash, key, mark)
            : null;

    /// <summary>One line, for files and for people to copy.</summary>
    public override string ToString() => $"{Body} {Mark}";

    string Body => string.Create(CultureInfo.InvariantCulture, $"{Form} {Seq} {At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)} {Hash} {Key}");

    byte[] Signed => System.Text.Encoding.UTF8.GetBytes(Body);
}
