using System.Globalization;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Bot.Commands;

/// <summary>Makes the backup that a command asks for, where the database is open.</summary>
sealed class BackupDesk(IServiceProvider services)
{
    public DeskOutcome Run()
    {
        if (services.GetService<LiteDbStore>() is not { } store)
            return new DeskOutcome(1, "This RbcBot keeps its database in PostgreSQL: back that up with pg_basebackup and its archive; docs/operate.md says how.", null);
        var file = Spool.Open();
        try
        {
            var made = store.BackUp(file, services.GetRequiredService<StorageOptions>().Path);
            file.Position = 0;
            return new DeskOutcome(0, string.Create(CultureInfo.InvariantCulture, $"{made.Last} records up to {made.Made:yyyy-MM-ddTHH:mm:ssZ}"), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
