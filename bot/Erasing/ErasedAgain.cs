using System.Security.Cryptography;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Bot.Erasing;

/// <summary>Holds a store against the list of who was erased, before anybody is served: who was brought back by an older copy is erased once more.</summary>
sealed class ErasedAgain(IErasedRows rows, ErasedList list, ICatalogues catalogues, IRecords records, TimeProvider clock)
{
    /// <summary>Tells how many lanes were erased again.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = (await rows.ListAsync(stop)).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        // What this store has done itself, or looked for before, cannot come up in it.
        var unknown = list.Read().Where(line => !known.Contains(line.Id)).ToList();
        var names = unknown.DistinctBy(line => line.Number)
            .ToDictionary(line => line.Number, line => ErasureNames.Of(RandomNumberGenerator.GetBytes(ErasureNames.ChanceBytes)) with { Number = line.Number });
        var count = 0;
        foreach (var line in unknown)
            count += await EraseAsync(line, names[line.Number], stop);
        return count;
    }

    async Task<int> EraseAsync(ErasedLine line, ErasureNames names, CancellationToken stop)
    {
        var lanes = await rows.FindAsync(line.Names.ToHashSet(StringComparer.Ordinal), line.At, stop);
        foreach (var hers in lanes)
            foreach (var erasure in Erase.Again(hers, await DesksAsync(hers, stop), names, ErasureCause.Herself, clock.GetUtcNow(), new Unlinking(names, catalogues.Current.Forms)))
                await rows.EraseAsync(erasure, stop);
        if (lanes.Count == 0)
            await rows.PutAsync(new ErasedRow(line.Number, line.Names, line.At, ErasureKind.Herself, ErasedStage.Done), stop);
        return lanes.Count;
    }

    async Task<Dictionary<PersonId, Conversation>> DesksAsync(Conversation hers, CancellationToken stop)
    {
        var desks = new Dictionary<PersonId, Conversation>();
        foreach (var lane in Erase.Desks(hers))
            if (await records.ConversationAsync(lane, stop) is { } desk)
                desks[lane] = desk;
        return desks;
    }
}
