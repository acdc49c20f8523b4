using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Takes the messages to an address away, with all that is noted of them. On the writer's thread.</summary>
static class LiteDbErasedMessages
{
    /// <param name="isShared">Whether others are written to there too: then only what has been said goes.</param>
    /// <returns>The number of the last message there was.</returns>
    public static long Erase(Draft draft, LiteDbStore store, Address address, bool isShared)
    {
        var key = store.Vault.KeyOf(address);
        var last = draft.Find(LiteDbSchema.Addresses, key) is { } at && at["last"].IsNumber ? at["last"].AsInt64 : Math.Max(0, store.Rows.LastNumber(LiteDbSchema.Outbox, key));
        for (var number = last; number > 0; number--)
            if (draft.Find(LiteDbSchema.Outbox, StoredKeys.Numbered(key, number)) is { } row && SendingRow.Read(row) is var sending && !(isShared && sending.State is SendState.Pending or SendState.Held))
                Erase(draft, sending);
        return last;
    }

    public static void Erase(Draft draft, Sending sending)
    {
        draft.Delete(LiteDbSchema.Outbox, sending.Id);
        draft.Delete(LiteDbSchema.Unsent, sending.Id);
        draft.Delete(LiteDbSchema.GivenUp, sending.Id);
        draft.Delete(LiteDbSchema.Receipts, StoredKeys.Receipt(sending.To.Channel, sending.ChannelMessageId));
        draft.Delete(LiteDbSchema.Receipts, StoredKeys.Receipt(sending.To.Channel, sending.Reference));
    }
}
