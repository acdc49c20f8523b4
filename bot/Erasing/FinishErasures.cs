using RbcBot.Bot.Media;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Erasing;

/// <summary>What comes after the rows are gone: the list beside the master key, files, the last message once it is sent, and what was before. Killed anywhere, it goes on.</summary>
sealed class FinishErasures(IErasedRows rows, ErasedList list, MediaFolder media, TimeProvider clock)
{
    /// <summary>How long the last message may wait for its channel before what was before is let go without it.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    /// <summary>How long it may wait at all; so long too it stands in the web chat.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>Does what can be done now; tells how many erasures are not finished.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var all = await rows.ListAsync(stop);
        // Before anything else: from here on no copy of before brings anybody back.
        list.Add(all.Select(ErasedLine.Of));
        Steps.At(Step.Listed);
        List<ErasedRow> moved = [];
        foreach (var row in all.Where(row => row.Stage != ErasedStage.Done))
            if (await NextAsync(row, stop) is { } next)
                moved.Add(next);
        if (moved.Count > 0)
            await LetGoAsync(stop);
        foreach (var row in moved)
            await EndAsync(row, stop);
        return all.Count(row => row.Stage != ErasedStage.Done) - moved.Count(row => row.Stage == ErasedStage.Told);
    }

    /// <summary>The row as it is once what was before has been let go; null when it waits.</summary>
    async Task<ErasedRow?> NextAsync(ErasedRow row, CancellationToken stop)
    {
        if (row.Rest is not { } rest)
            return row;
        await media.EraseAsync(rest.Files, rest.Own, stop);
        Steps.At(Step.Unfiled);
        var age = clock.GetUtcNow() - rest.Since;
        if (!await rows.SweepAsync(row, age > Longest, stop))
            return row.Stage == ErasedStage.Gone && age > Soon ? row with { Stage = ErasedStage.Past } : null;
        Steps.At(Step.Swept);
        // Without what tells who it was, before what was before is let go: else that would hold it.
        var told = row with { Stage = ErasedStage.Told, Rest = null };
        await rows.PutAsync(told, stop);
        Steps.At(Step.Forgotten);
        return told;
    }

    async Task LetGoAsync(CancellationToken stop)
    {
        await rows.LetGoAsync(stop);
        Steps.At(Step.LetGo);
    }

    async Task EndAsync(ErasedRow row, CancellationToken stop)
    {
        if (row.Stage != ErasedStage.Told)
            await rows.PutAsync(row, stop);
        else
            await rows.EndAsync(row, row.IsFirst ? new AuditEntry(clock.GetUtcNow(), "system", [], "person.erased", row.Number, AuditOutcome.Done) : null, stop);
        Steps.At(Step.Ended);
    }
}
