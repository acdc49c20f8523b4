using RbcBot.Core.Texts;

namespace RbcBot.Core.People;

/// <summary>Somebody who may sign in to the console.</summary>
/// <param name="Name">Sign-in name, unique, compared without case; never changed.</param>
/// <param name="PasswordHash">As made by ASP.NET Core Identity's hasher; never shown.</param>
/// <param name="Stamp">Changes with password, second factor and roles: a stay that was opened under another one is over.</param>
/// <param name="Since">When it was made.</param>
public sealed record Account(AccountId Id, string Name, IReadOnlyList<Role> Roles, string PasswordHash, string Stamp, DateTimeOffset Since)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 64;

    /// <summary>What the first one has, and those from before there were roles: she runs the programme alone until others are invited.</summary>
    public static readonly IReadOnlyList<Role> FirstRoles = [Role.Administrator, Role.ProgrammeOfficer, Role.Committee];

    /// <summary>Roles that decide something about people or content: one stolen password must not be enough.</summary>
    static readonly Role[] Guarded = [Role.Administrator, Role.Committee, Role.ValidatorRbc, Role.ValidatorEudif];

    /// <summary>Counts changes: one who read an older one changes nothing.</summary>
    public long Version { get; init; }

    /// <summary>Null until it is chosen: then the browser's counts.</summary>
    public Language? Language { get; init; }

    /// <summary>Secret of the authenticator app, protected by who keeps it; null when there is none.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>The last time step whose code was used: none up to it is good again.</summary>
    public long LastTotpStep { get; init; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public IReadOnlyList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Attempts since somebody came in last.</summary>
    public int Attempts { get; init; }

    /// <summary>Before this no attempt is looked at; null when there is nothing to wait for.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Name of who invited; "" for the first one and for those from before there were invitations.</summary>
    public string InvitedBy { get; init; } = "";

    /// <summary>Null while it may be used.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    public bool HasSecondFactor => TotpSecret is not null || Passkeys.Count > 0;

    /// <summary>Whether nobody comes in without a second factor.</summary>
    public bool NeedsSecondFactor => NeedSecondFactor(Roles);

    public static bool NeedSecondFactor(IEnumerable<Role> roles) => roles.Any(Guarded.Contains);

    public static bool IsSameName(string name, string? other) => string.Equals(name, other?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name can be one.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl);
}
