using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rounds by code, form files by version.</summary>
sealed class LiteDbRounds(LiteDbStore store) : IRounds
{
    readonly LiteDbShelf<Round> rounds = new(store, LiteDbSchema.Rounds);
    readonly LiteDbShelf<FormFile> files = new(store, LiteDbSchema.Files);

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => rounds.ListAsync(stop);

    public Task PutAsync(Round round, CancellationToken stop) => rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => files.ListAsync(stop);

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
