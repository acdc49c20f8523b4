using RbcBot.Bot.Storage.Postgres;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>The store of a run: filled anew, or a copy of one that was filled once, since filling takes minutes.</summary>
sealed class KeptStore : IDisposable
{
    const string Filled = "filled", Run = "run";

    readonly string folder, kept;
    readonly PostgresServer? server;

    /// <param name="folder">Where the run's files lie.</param>
    /// <param name="keep">Where a filled one is kept; "" to keep none.</param>
    public KeptStore(string folder, string keep, bool isPostgres)
    {
        (this.folder, kept) = (folder, keep.Length > 0 ? Path.Combine(keep, isPostgres ? "postgres" : "litedb") : "");
        if (kept.Length > 0)
            Directory.CreateDirectory(kept);
        server = isPostgres ? new PostgresServer(keep.Length > 0 ? Path.Combine(keep, "server") : null) : null;
    }

    /// <summary>Fills it, unless a filled one is kept, and gives where the run finds it: its folder and the connection to its database.</summary>
    /// <param name="fill">Fills a folder and a database.</param>
    public async Task<(string Folder, string Connection)> OpenAsync(Func<string, string, Task> fill)
    {
        var place = kept.Length > 0 ? kept : folder;
        var mark = Path.Combine(place, Filled);
        if (!File.Exists(mark))
        {
            server?.Execute("postgres", $"drop database if exists {Filled}");
            server?.Execute("postgres", $"create database {Filled}");
            await fill(place, server?.Connection(Filled) ?? "");
            // As a node leaves it that has run for some minutes.
            server?.Execute(Filled, RegisterStatements.Fold);
            server?.Execute(Filled, "vacuum analyze");
            await File.WriteAllTextAsync(mark, "");
        }
        if (kept.Length == 0)
            return (folder, server?.Connection(Filled) ?? "");
        foreach (var file in Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories))
            Copy(file, Path.Combine(folder, Path.GetRelativePath(kept, file)));
        server?.Execute("postgres", $"drop database if exists {Run} with (force)");
        server?.Execute("postgres", $"create database {Run} template {Filled} strategy file_copy");
        return (folder, server?.Connection(Run) ?? "");
    }

    public void Dispose() => server?.Dispose();

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to) ?? "");
        File.Copy(from, to, overwrite: true);
    }
}
