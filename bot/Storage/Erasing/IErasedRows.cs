using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Storage.Erasing;

/// <summary>What a store does for erasures beside the turn that decides one.</summary>
interface IErasedRows
{
    /// <summary>All that were done, in no order.</summary>
    Task<IReadOnlyList<ErasedRow>> ListAsync(CancellationToken stop);

    Task PutAsync(ErasedRow row, CancellationToken stop);

    /// <summary>Writes down that it is done, and the audit trail's note of it in the same transaction: done again it does nothing, so that the note is there once.</summary>
    /// <param name="note">Null for a lane that is not the person's own.</param>
    Task EndAsync(ErasedRow row, AuditEntry? note, CancellationToken stop);

    /// <summary>Lanes of these names, as they stand; only of an address that began before the time. Empty mostly.</summary>
    Task<IReadOnlyList<Conversation>> FindAsync(IReadOnlySet<string> names, DateTimeOffset before, CancellationToken stop);

    /// <summary>Erases outside of any turn, while nobody is served: what was brought back from before. One transaction.</summary>
    Task EraseAsync(Erasure erasure, CancellationToken stop);

    /// <summary>Takes away what came up under the id since, and the last message if it is on its way no more, or the time is over; tells whether nothing of it is left.</summary>
    /// <param name="isOver">Whether the last message goes in any case.</param>
    Task<bool> SweepAsync(ErasedRow row, bool isOver, CancellationToken stop);

    /// <summary>Lets go of what was before: afterwards no file of the store's own holds anything that was deleted.</summary>
    Task LetGoAsync(CancellationToken stop);
}
