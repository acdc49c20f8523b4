using System.Security.Cryptography;

namespace RbcBot.Core.People.Auditing;

/// <summary>A secret that rows of the audit trail are signed with.</summary>
public sealed record AuditKey
{
    /// <summary>Fewest bytes of a key: as many as its hash has.</summary>
    public const int LeastBytes = 32;

    const int IdLength = 8;

    readonly byte[] secret;

    AuditKey(byte[] secret) => (this.secret, Id) = (secret, Convert.ToHexStringLower(SHA256.HashData(secret))[..IdLength]);

    /// <summary>What tells keys apart; says nothing of the secret.</summary>
    public string Id { get; }

    /// <exception cref="ArgumentException">It has fewer than 32 bytes.</exception>
    public static AuditKey Of(byte[] secret) =>
        secret.Length >= LeastBytes ? new AuditKey([.. secret]) : throw new ArgumentException($"A key has {LeastBytes} bytes or more.", nameof(secret));

    /// <summary>HMAC-SHA256 over the bytes, as 64 hexadecimal digits.</summary>
    public string Sign(byte[] canonical) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, canonical));

    /// <summary>The id only: a record would print no more, and this says so.</summary>
    public override string ToString() => Id;
}
