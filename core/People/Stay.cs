namespace RbcBot.Core.People;

/// <summary>One stay in the console, from signing in to signing out, in one browser.</summary>
/// <param name="Key">SHA-256 of the id in the browser's cookie, in hex.</param>
/// <param name="Stamp">The account's when the stay was opened.</param>
/// <param name="Since">When it was opened: the absolute end counts from there.</param>
public sealed record Stay(string Key, AccountId Account, string Stamp, StayStage Stage, DateTimeOffset Since)
{
    /// <summary>Last click, to a minute: the idle end counts from there.</summary>
    public DateTimeOffset Seen { get; init; } = Since;

    /// <summary>When its owner last proved who she is: by password and second factor, or by a passkey.</summary>
    public DateTimeOffset Proved { get; init; } = Since;

    /// <summary>When it is over at the latest; the store may forget it then.</summary>
    public DateTimeOffset Until { get; init; } = Since;

    /// <summary>The browser as it names itself, shortened; "" when it does not.</summary>
    public string Browser { get; init; } = "";

    /// <summary>The protected secret of an authenticator app that is being set up; null when none is.</summary>
    public string? Pending { get; init; }
}

/// <summary>How far somebody has come in.</summary>
public enum StayStage
{
    /// <summary>In.</summary>
    Full,

    /// <summary>The password was right, the second factor is awaited.</summary>
    Password,

    /// <summary>The password was right, and a second factor must be set up first.</summary>
    Enrolling,
}
