namespace RbcBot.Bot.Channels.WhatsApp;

/// <summary>Our number on WhatsApp, for links such as wa.me/250788000000?text=CODE.</summary>
/// <param name="number">In E.164.</param>
sealed class WhatsAppNumber(string number) : IEntryLink
{
    public string Channel => WhatsAppChannel.Word;

    public Uri? LinkTo(string code) => new($"https://wa.me/{number.TrimStart('+')}?text={Uri.EscapeDataString(code)}");
}
