using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Rounds and files in a list.</summary>
sealed class InMemoryRounds : IRounds
{
    public List<Round> Rounds { get; } = [];

    public List<FormFile> Files { get; } = [];

    public Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Round>>([.. Rounds]);

    public Task PutAsync(Round round, CancellationToken stop)
    {
        Rounds.RemoveAll(known => string.Equals(known.Code, round.Code, StringComparison.OrdinalIgnoreCase));
        Rounds.Add(round);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<FormFile>>([.. Files]);

    public Task PutFileAsync(FormFile file, CancellationToken stop)
    {
        if (Files.All(known => known.Version != file.Version))
            Files.Add(file);
        return Task.CompletedTask;
    }
}
