using System.Collections.Concurrent;
using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Rounds by code, form files by version; other nodes hear of a change. A file never changes, so that it is read once.</summary>
sealed class PostgresRounds(PostgresStore store) : IRounds
{
    readonly PostgresShelf<Round> rounds = new(store, "rounds");
    readonly PostgresShelf<FormFile> files = new(store, "files");
    readonly ConcurrentDictionary<string, FormFile> read = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => rounds.ListAsync(stop);

    public async Task PutAsync(Round round, CancellationToken stop)
    {
        await rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);
        await RoundsVersion.KnownToAllAsync(store, stop);
    }

    public async Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop)
    {
        var there = await files.IdsAsync(stop);
        foreach (var id in there)
            if (!read.ContainsKey(id) && await files.FindAsync(id, stop) is { } file)
                read[id] = file;
        return [.. there.Select(id => read.GetValueOrDefault(id)).OfType<FormFile>()];
    }

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
