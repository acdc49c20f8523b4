using System.Globalization;

namespace RbcBot.Bot;

/// <summary>One entry of a setting that lists several, with commas between them.</summary>
/// <param name="Number">Its place, from 1.</param>
sealed record SettingRow(string Name, int Number, string Text)
{
    public string[] Words => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<SettingRow> All(IConfiguration settings, string name) => (settings[name] ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((text, index) => new SettingRow(name, index + 1, text));

    public SettingException Wrong(string why) => new(string.Create(CultureInfo.InvariantCulture, $"{Name}, entry {Number} (\"{Text}\"): {why}."));
}
