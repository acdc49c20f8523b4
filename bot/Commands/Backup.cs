using System.Globalization;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Bot.Commands;

/// <summary>The command backup: asks whoever owns the database for it, restores it beside, and only then gives it its name.</summary>
static class Backup
{
    public static async Task<int> RunAsync(string file, CancellationToken stop)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        Directory.CreateDirectory(folder);
        var trial = Path.Combine(folder, $".{Path.GetFileName(file)}-trial-{Guid.NewGuid():N}");
        var written = trial + ".zip";
        try
        {
            // It holds all that people said: nobody else may read it.
            PrivateFile.Create(written).Dispose();
            if (await AskDesk.RunAsync(new DeskRequest("backup"), written, stop) is > 0 and var exitCode)
                return exitCode;
            var rows = LiteDbRestore.Try(written, trial, StorageOptions.Of(Composition.Settings([])));
            File.Move(written, file, overwrite: true);
            new FolderDisk(folder).FlushNames();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored on trial and read through: {rows} rows. The backup is {file}."));
            return 0;
        }
        catch (RestoreException failure)
        {
            await Console.Error.WriteLineAsync($"The backup cannot be restored, and was thrown away: {failure.Message}");
            return 1;
        }
        finally
        {
            File.Delete(written);
            if (Directory.Exists(trial))
                Directory.Delete(trial, recursive: true);
        }
    }
}
