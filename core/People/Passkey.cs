namespace RbcBot.Core.People;

/// <summary>A passkey (WebAuthn) of an account: the public half.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="PublicKey">COSE key, in base64.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="SignCount">As the device told it last; 0 for those that do not count.</param>
public sealed record Passkey(string Id, string PublicKey, string Name, DateTimeOffset Since, long SignCount)
{
    /// <summary>How the device can be reached: usb, internal, hybrid …</summary>
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Whether it may be copied to other devices of its owner.</summary>
    public bool CanBeBackedUp { get; init; }

    public bool IsBackedUp { get; init; }
}
