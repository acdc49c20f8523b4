using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Rounds by code, form files by version; other nodes hear of a change. Files are large, and opened once.</summary>
sealed class PostgresRounds : IRounds
{
    readonly PostgresStore store;
    readonly PostgresShelf<Round> rounds;
    readonly PostgresShelf<FormFile> files;
    readonly KeptDocuments<FormFile> allFiles;

    public PostgresRounds(PostgresStore store)
    {
        (this.store, rounds, files) = (store, new(store, "rounds"), new(store, "files"));
        allFiles = new(store, "files", files);
    }

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => rounds.ListAsync(stop);

    public async Task PutAsync(Round round, CancellationToken stop)
    {
        await rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);
        await RoundsVersion.KnownToAllAsync(store, stop);
    }

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => allFiles.ListAsync(stop);

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
