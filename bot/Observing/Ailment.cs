namespace RbcBot.Bot.Observing;

/// <summary>Something that is wrong with the running bot, for an operator.</summary>
/// <param name="Id">Its number in the manual.</param>
/// <param name="Says">What it is, in a sentence.</param>
/// <param name="Stops">Whether nothing new can be taken in while it lasts; else the bot goes on, with a limp.</param>
sealed record Ailment(string Id, string Says, bool Stops)
{
    public static readonly Ailment Starting = new("503.2", "The bot is still coming up.", Stops: true);

    public static readonly Ailment StoreBroken = new("503.3", "The store answers with faults, or not at all.", Stops: true);

    public static readonly Ailment StoreReadOnly = new("503.4", "The store can be read and takes nothing new.", Stops: true);

    public static Ailment DiskLow(long free, long wanted) => new("503.5", $"{free / Megabyte} MB are free on the disk of the storage folder; {wanted / Megabyte} MB are wanted.", Stops: true);

    public static Ailment ChannelDown(string channel, string fault) => new("503.6", $"The channel {channel} does not answer: {fault}.", Stops: false);

    public static Ailment BacklogOld(TimeSpan age) => new("503.7", $"A message has waited {(long)age.TotalSeconds} seconds for its turn.", Stops: false);

    public static readonly Ailment StoreStruggling = new("503.8", "Rows cannot be moved into the database file; the store will stop when this lasts.", Stops: false);

    public static Ailment ChannelUnset(string channel, string fault) => new("503.9", $"The channel {channel} refuses what our settings say: {fault}.", Stops: false);

    public static Ailment Abroad(string country) => new(
        "503.10", $"The data lie in {country}, outside Rwanda, and no authorisation is named: set Hosting:Authorisation to its reference.", Stops: false);

    const long Megabyte = 1024 * 1024;
}
