using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rounds by code, form files by version; nearly every page asks for rounds.</summary>
sealed class LiteDbRounds : IRounds
{
    readonly LiteDbShelf<Round> rounds;
    readonly LiteDbShelf<FormFile> files;
    readonly Kept<IReadOnlyList<Round>> all;

    public LiteDbRounds(LiteDbStore store)
    {
        (rounds, files) = (new(store, LiteDbSchema.Rounds), new(store, LiteDbSchema.Files));
        all = new(store, LiteDbSchema.Rounds, rounds.List);
    }

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => Task.FromResult(all.Value);

    public Task PutAsync(Round round, CancellationToken stop) => rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => files.ListAsync(stop);

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
