namespace RbcBot.Core.People;

/// <summary>A link that makes an account, or gives one that is there a new password: good once.</summary>
/// <param name="Hash">SHA-256 of the link's secret, in hex: whoever reads the store cannot use the link.</param>
/// <param name="Name">The sign-in name.</param>
/// <param name="By">Name of who invites.</param>
public sealed record Invitation(string Hash, string Name, IReadOnlyList<Role> Roles, string By, DateTimeOffset Until)
{
    /// <summary>How long a link is good; facts/reliability 3.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Bytes of chance in a link: 128 bits.</summary>
    public const int ChanceBytes = 16;

    /// <summary>The account that gets a new password and a new second factor; null when one is to be made.</summary>
    public AccountId? Renews { get; init; }
}
