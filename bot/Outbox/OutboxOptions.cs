namespace RbcBot.Bot.Outbox;

/// <summary>How the outbox is emptied.</summary>
/// <param name="Senders">Messages on their way at the same moment; 1 to 256, default 160: of 80 a second each may take a second and a half, or some of them until they count as unanswered.</param>
/// <param name="DrainSeconds">When the bot goes down, how long replies that are ready may still be sent; 0 to 300, default 10.</param>
sealed record OutboxOptions(int Senders = 160, int DrainSeconds = 10)
{
    const int MostSenders = 256, LongestDrain = 300;

    /// <summary>For all else that ends with the bot: turns that began, requests that are being answered.</summary>
    static readonly TimeSpan TimeForTheRest = TimeSpan.FromSeconds(20);

    /// <summary>Of them, so many of one channel: while it does not answer, the others go on.</summary>
    public int SendersOfOne => Math.Max(1, Senders * 3 / 4);

    /// <summary>How long the host waits for everything to end.</summary>
    public TimeSpan Shutdown => TimeSpan.FromSeconds(DrainSeconds) + TimeForTheRest;

    /// <summary>The options of the settings, checked.</summary>
    public static OutboxOptions Of(IConfiguration settings) => new(
        SettingReading.Number(settings, "Outbox:Senders", 1, MostSenders, new OutboxOptions().Senders),
        SettingReading.Number(settings, "Outbox:DrainSeconds", 0, LongestDrain, new OutboxOptions().DrainSeconds));
}
