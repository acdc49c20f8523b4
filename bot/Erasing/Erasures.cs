using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Bot.Erasing;

/// <summary>Puts the wish into the person's lane; what was done is told by the store.</summary>
sealed class Erasures(IInbox inbox, IRecords records, IErasedRows rows, TimeProvider clock) : IErasures
{
    public async Task AskAsync(PersonId person, ErasureCause cause, CancellationToken stop)
    {
        // A lane of nobody would begin somebody.
        if (await records.ConversationAsync(person, stop) is not null)
            await inbox.AcceptAsync(Erase.Wish(person, cause, clock.GetUtcNow()), stop);
    }

    public async Task<IReadOnlyList<ErasureNote>> DoneAsync(CancellationToken stop) =>
        [.. (await rows.ListAsync(stop)).GroupBy(row => row.Number).Select(lanes => new ErasureNote(lanes.Key, lanes.Max(row => row.At), lanes.First().Kind, lanes.All(row => row.Stage == ErasedStage.Done)))
            .OrderByDescending(note => note.At).ThenBy(note => note.Number, StringComparer.Ordinal)];
}
