namespace RbcBot.Bot.Channels.Telegram;

/// <summary>The bot's user name, for links such as t.me/name?start=CODE.</summary>
sealed class TelegramName : IEntryLink
{
    /// <summary>Null until Telegram has told us.</summary>
    public string? UserName { get; set; }

    public string Channel => TelegramChannel.Word;

    /// <summary>The link that enters a round or says a code; null until the name is known, or when the code holds what a start link may not carry.</summary>
    public Uri? LinkTo(string code) =>
        UserName is not null && code.Length <= 64 && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-')
            ? new Uri($"https://t.me/{UserName}?start={code}")
            : null;
}
