namespace RbcBot.Core.People;

/// <summary>Where a person can be reached: one person may have several.</summary>
/// <param name="Channel">web, telegram, later whatsapp and sms.</param>
/// <param name="Value">The channel's own id: a web session, a Telegram chat id.</param>
public sealed record Address(string Channel, string Value)
{
    const int EndLetters = 3;

    /// <summary>Its last letters: they tell two of a channel apart and no more.</summary>
    public string End() => Value[^Math.Min(EndLetters, Value.Length)..];

    public override string ToString() => $"{Channel}:{Value}";
}
