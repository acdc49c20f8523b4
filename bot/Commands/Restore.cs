using System.Globalization;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Bot.Commands;

/// <summary>The command restore: a backup into the folder of the settings, which must hold no database.</summary>
static class Restore
{
    public static int Run(string file, string? until)
    {
        if (!File.Exists(file))
            return Refuse($"There is no file {file}.");
        if (until is not null && Time(until) is null)
            return Refuse($"--until is \"{until}\"; write a time with its zone, such as 2027-03-08T10:15:00Z or 2027-03-08T12:15:00+02:00.");
        using var zip = File.OpenRead(file);
        var (last, at) = LiteDbRestore.Run(zip, Composition.StorageFolder(), until is null ? null : Time(until));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored into {Composition.StorageFolder()}: {last} records, the last of {at:yyyy-MM-ddTHH:mm:ss.fffZ}."));
        return 0;
    }

    // Without a zone nobody knows which moment is meant.
    static DateTimeOffset? Time(string written) =>
        DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && time.Kind != DateTimeKind.Unspecified
        && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
