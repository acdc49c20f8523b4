using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>A catalogue made of rounds in memory, forms read from their files and forms made by hand.</summary>
sealed class ListedCatalogue(InMemoryRounds rounds) : ICatalogues
{
    public Dictionary<string, Form> Forms { get; } = [];

    public Library Library { get; set; } = Library.Empty;

    public Catalogue Current => new(rounds.Rounds, Forms, Library);

    public Task RefreshAsync(CancellationToken stop)
    {
        foreach (var file in rounds.Files)
            if (FormReading.Of(file.Bytes, file.FileName).Form is { } form)
                Forms[form.Version] = form;
        return Task.CompletedTask;
    }
}
