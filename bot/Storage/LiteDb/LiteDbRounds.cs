using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rounds by code, form files by version; nearly every page asks for rounds. Both lie in memory.</summary>
sealed class LiteDbRounds : IRounds
{
    readonly LiteDbShelf<Round> rounds;
    readonly LiteDbShelf<FormFile> files;
    readonly Kept<IReadOnlyList<Round>> all;
    readonly Kept<IReadOnlyList<FormFile>> allFiles;

    public LiteDbRounds(LiteDbStore store)
    {
        (rounds, files) = (new(store, LiteDbSchema.Rounds), new(store, LiteDbSchema.Files));
        (all, allFiles) = (new(store, LiteDbSchema.Rounds, rounds.List), new(store, LiteDbSchema.Files, files.List));
    }

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => Task.FromResult(all.Value);

    public Task PutAsync(Round round, CancellationToken stop) => rounds.PutAsync(round.Code.ToUpperInvariant(), round, stop);

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => Task.FromResult(allFiles.Value);

    public Task PutFileAsync(FormFile file, CancellationToken stop) => files.AddAsync([(file.Version, file)], stop);
}
