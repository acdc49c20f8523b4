using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Rounds by code, form files by version; other nodes hear of a change.</summary>
sealed class PostgresRounds(PostgresStore store) : IRounds
{
    readonly PostgresShelf<Round> rounds = new(store, "rounds");
    readonly PostgresShelf<FormFile> files = new(store, "files");

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => rounds.ListAsync(stop);

    public async Task PutAsync(Round round, CancellationToken stop)
    {
        await rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);
        await RoundsVersion.KnownToAllAsync(store, stop);
    }

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => files.ListAsync(stop);

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
