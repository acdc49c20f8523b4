namespace RbcBot.Bot.Outbox;

/// <summary>How the outbox is emptied.</summary>
/// <param name="Senders">Messages on their way at the same moment; 1 to 256, default 8.</param>
sealed record OutboxOptions(int Senders = 8)
{
    const int MostSenders = 256;

    /// <summary>The options of the settings, checked.</summary>
    public static OutboxOptions Of(IConfiguration settings) =>
        new(SettingReading.Number(settings, "Outbox:Senders", 1, MostSenders, new OutboxOptions().Senders));
}
