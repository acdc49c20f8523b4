using System.Globalization;

namespace RbcBot.Bot.Outbox;

/// <summary>How the outbox is emptied.</summary>
/// <param name="Senders">Messages on their way at the same moment; 1 to 256, default 8.</param>
sealed record OutboxOptions(int Senders = 8)
{
    const int MostSenders = 256;

    /// <summary>The options of the section, checked.</summary>
    public static OutboxOptions Of(IConfigurationSection section)
    {
        var options = section["Senders"] is { } senders ? new OutboxOptions(int.Parse(senders, CultureInfo.InvariantCulture)) : new OutboxOptions();
        return options.Senders is >= 1 and <= MostSenders
            ? options
            : throw new InvalidOperationException($"Outbox:Senders is {options.Senders}; it must be 1 to {MostSenders}.");
    }
}
