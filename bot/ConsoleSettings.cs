using RbcBot.Admin;

namespace RbcBot.Bot;

/// <summary>Reads the console's options from the settings.</summary>
static class ConsoleSettings
{
    public static ConsoleOptions Of(IConfiguration settings) => new()
    {
        TelegramName = settings["Telegram:Name"] ?? "",
        PublicUrl = settings["Console:PublicUrl"] ?? "",
        SignInsPerMinute = settings.GetValue("Console:SignInsPerMinute", new ConsoleOptions().SignInsPerMinute),
        IdleMinutes = settings.GetValue("Console:IdleMinutes", new ConsoleOptions().IdleMinutes),
        AbsoluteHours = settings.GetValue("Console:AbsoluteHours", new ConsoleOptions().AbsoluteHours),
    };
}
