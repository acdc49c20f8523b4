namespace RbcBot.Admin;

/// <summary>Settings of the console.</summary>
public sealed record ConsoleOptions
{
    /// <summary>The Telegram bot's user name without @, for deep links; "" when there is no bot.</summary>
    public string TelegramName { get; init; } = "";

    /// <summary>The address people reach the chat under, without a slash at the end; "" takes that of the request.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Attempts to sign in from one address in a minute; 1 to 1000, default 5 (ASVS 6.3.1).</summary>
    public int SignInsPerMinute { get; init; } = 5;

    /// <summary>Minutes without a click after which one signs in again; default 30 (ASVS 7.3.1).</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which one signs in again in any case; default 12 (ASVS 7.3.2).</summary>
    public int AbsoluteHours { get; init; } = 12;

    /// <summary>Exports of one file (a round in a format) by one account in an hour; 1 to 1000, default 3.</summary>
    public int ExportsPerHour { get; init; } = 3;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 for a password (OWASP: 210,000); fewer only in tests.</summary>
    internal int PasswordRounds { get; init; } = 210_000;
}
