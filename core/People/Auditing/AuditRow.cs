namespace RbcBot.Core.People.Auditing;

/// <summary>An entry in its place in the chain.</summary>
/// <param name="Seq">From 1, without a gap.</param>
/// <param name="Key">Id of the key that signed it.</param>
/// <param name="Previous">Hash of the row before; zeros before the first.</param>
/// <param name="Hash">HMAC-SHA256 over all else, as 64 hexadecimal digits.</param>
public sealed record AuditRow(long Seq, AuditEntry Entry, string Key, string Previous, string Hash)
{
    /// <summary>Where the chain stands after it.</summary>
    public AuditHead Head => new(Seq, Hash, Key);
}

/// <summary>Where the chain stands: its last row.</summary>
/// <param name="Key">Id of the key that signed it; "" before the first.</param>
public sealed record AuditHead(long Seq, string Hash, string Key)
{
    /// <summary>Before the first row.</summary>
    public static readonly AuditHead Start = new(0, new string('0', 64), "");
}
