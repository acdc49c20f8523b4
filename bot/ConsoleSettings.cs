using RbcBot.Admin;

namespace RbcBot.Bot;

/// <summary>Reads the console's options from the settings.</summary>
static class ConsoleSettings
{
    const int MostSignIns = 1000, MostExports = 1000;
    const int MinutesOfADay = 24 * 60;
    const int HoursOfAWeek = 7 * 24;

    static readonly ConsoleOptions Unset = new();

    public static ConsoleOptions Of(IConfiguration settings) => new()
    {
        TelegramName = (settings["Telegram:Name"] ?? "").TrimStart('@'),
        PublicUrl = SettingReading.Url(settings, "Console:PublicUrl").TrimEnd('/'),
        SignInsPerMinute = SettingReading.Number(settings, "Console:SignInsPerMinute", 1, MostSignIns, Unset.SignInsPerMinute),
        IdleMinutes = SettingReading.Number(settings, "Console:IdleMinutes", 1, MinutesOfADay, Unset.IdleMinutes),
        ExportsPerHour = SettingReading.Number(settings, "Console:ExportsPerHour", 1, MostExports, Unset.ExportsPerHour),
        AbsoluteHours = SettingReading.Number(settings, "Console:AbsoluteHours", 1, HoursOfAWeek, Unset.AbsoluteHours),
    };
}
