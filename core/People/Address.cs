namespace RbcBot.Core.People;

/// <summary>Where a person can be reached: one person may have several.</summary>
/// <param name="Channel">web, telegram, later whatsapp and sms.</param>
/// <param name="Value">The channel's own id: a web session, a Telegram chat id.</param>
public sealed record Address(string Channel, string Value)
{
    public override string ToString() => $"{Channel}:{Value}";
}
