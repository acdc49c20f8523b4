using System.Text;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>How rows of the outbox change once they are there. All of it on the writer's thread.</summary>
sealed class LiteDbMarks(EarlyReports early, HeldMessages held, TimeProvider clock)
{
    /// <summary>Writes down what became of a message; gives it as it stands then.</summary>
    /// <param name="row">The message as it shall be, made ready before.</param>
    /// <param name="reports">Whether its channel reports later.</param>
    public Sending Put(Draft draft, Sending marked, Mark mark, StoredRow row, bool reports)
    {
        // What is not unsent any more has been marked before: the slow way, which never goes back.
        if (marked.State == SendState.Pending ? draft.Find(LiteDbSchema.Unsent, marked.Id) is null : !draft.Delete(LiteDbSchema.Unsent, marked.Id))
            return Raise(draft, marked, mark.Reason);
        if (marked.State == SendState.Held && held.HasSpoken(draft, marked.To, mark.HandedAt))
            return Again(draft, marked, mark.Reason);
        draft.Put(LiteDbSchema.Outbox, row);
        if (marked.State == SendState.Held)
            held.Add(draft, marked);
        if (SendOrder.IsGivenUp(marked.State))
            GiveUp(draft, marked);
        return reports && StoredKeys.Receipt(marked) is { } receipt ? Await(draft, marked, receipt) : marked;
    }

    /// <summary>Takes a report in; gives the message as it stands then, null when it is not known.</summary>
    public Sending? Report(Draft draft, DeliveryReport report)
    {
        List<string> receipts = [.. StoredKeys.Receipts(report)];
        if (receipts.Select(receipt => (Receipt: receipt, Row: RowOf(draft, receipt))).FirstOrDefault(found => found.Row is not null) is { Row: { } row, Receipt: var receipt })
            // Sent again since: what became of the earlier one does not count.
            return SendingRow.Read(row) is var sending && Reported.Concerns(sending, report) ? Report(draft, sending, row, receipt, report) : null;
        foreach (var name in receipts)
            early.Keep(draft, name, report);
        return null;
    }

    /// <summary>Makes a message that was given up pending again; null when it is not given up.</summary>
    public Sending? Resend(Draft draft, string id, bool evenUnknown)
    {
        if (!StoredKeys.IsNumbered(id) || draft.Find(LiteDbSchema.Outbox, id) is not { } row || SendingRow.Read(row) is not { } sending)
            return null;
        if (!SendOrder.IsGivenUp(sending.State) || (sending.State == SendState.Unknown && !evenUnknown))
            return null;
        var again = NewBeginning.ByHand(sending, clock.GetUtcNow());
        return Begin(draft, sending, again, "", StoredJson.WriteBytes(again.Message));
    }

    /// <summary>Makes what is held for an address pending; nothing mostly.</summary>
    public List<Sending> Release(Draft draft, Address address)
    {
        List<Sending> released = [];
        foreach (var id in held.Release(draft, address))
            if (draft.Find(LiteDbSchema.Outbox, id) is { } row && SendingRow.Read(row) is { State: SendState.Held } sending)
                released.Add(Begin(draft, sending, NewBeginning.Released(sending, clock.GetUtcNow()), "", Message(row)));
        return released;
    }

    // The channel will report: where it is found by then. A report may be here already.
    Sending Await(Draft draft, Sending marked, string receipt)
    {
        draft.Put(LiteDbSchema.Receipts, StoredRow.Of(receipt, RowField.Text("row", marked.Id)));
        if (early.Take(draft, receipt, marked.ChannelMessageId) is { } report && Reported.Concerns(marked, report) && draft.Find(LiteDbSchema.Outbox, marked.Id) is { } row)
            return Report(draft, marked, row, receipt, report);
        return marked;
    }

    Sending Report(Draft draft, Sending sending, BsonDocument row, string receipt, DeliveryReport report)
    {
        var reported = Reported.On(sending, report);
        if (reported.State == sending.State)
            return sending;
        // She spoke since it was sent: the channel would take it now.
        if (reported.State == SendState.Held && held.HasSpoken(draft, sending.To, sending.DueAt))
            return Begin(draft, sending, NewBeginning.Released(reported, clock.GetUtcNow()), report.Reason, Message(row));
        draft.Put(LiteDbSchema.Outbox, SendingRow.Write(reported, report.Reason, Message(row)));
        if (reported.State == SendState.Held)
            held.Add(draft, reported);
        if (SendOrder.IsGivenUp(reported.State))
            GiveUp(draft, reported);
        else
            draft.Delete(LiteDbSchema.GivenUp, reported.Id);
        if (reported.State == SendState.Read)
            draft.Delete(LiteDbSchema.Receipts, receipt);
        return reported;
    }

    // It is set on its way anew: what the channel may still tell of it as it was, is of nothing any more.
    static Sending Begin(Draft draft, Sending before, Sending again, string reason, byte[] message)
    {
        draft.Put(LiteDbSchema.Outbox, SendingRow.Write(again, reason, message));
        draft.Put(LiteDbSchema.Unsent, StoredRow.Of(again.Id));
        draft.Delete(LiteDbSchema.GivenUp, again.Id);
        if (StoredKeys.Receipt(before) is { } receipt)
            draft.Delete(LiteDbSchema.Receipts, receipt);
        return again;
    }

    static Sending Raise(Draft draft, Sending marked, string reason)
    {
        if (draft.Find(LiteDbSchema.Outbox, marked.Id) is not { } row || SendingRow.Read(row) is not { } there || !SendOrder.IsBeyond(marked.State, there.State))
            return marked.State == SendState.Pending ? marked with { State = SendState.Sent } : marked;
        draft.Put(LiteDbSchema.Outbox, SendingRow.Write(marked, reason, Message(row)));
        return marked;
    }

    // She spoke while it was on its way: it goes at once.
    Sending Again(Draft draft, Sending marked, string reason)
    {
        var again = marked with { State = SendState.Pending, DueAt = clock.GetUtcNow() };
        draft.Put(LiteDbSchema.Outbox, SendingRow.Write(again, reason, StoredJson.WriteBytes(again.Message)));
        draft.Put(LiteDbSchema.Unsent, StoredRow.Of(again.Id));
        return again;
    }

    void GiveUp(Draft draft, Sending sending) => draft.Put(LiteDbSchema.GivenUp, StoredRow.Of(
        sending.Id, RowField.Long("at", clock.GetUtcNow().UtcTicks), RowField.Text("channel", sending.To.Channel), RowField.Text("class", sending.Class.ToString())));

    static BsonDocument? RowOf(Draft draft, string receipt) =>
        draft.Find(LiteDbSchema.Receipts, receipt) is { } known ? draft.Find(LiteDbSchema.Outbox, known["row"]) : null;

    static byte[] Message(BsonDocument row) => Encoding.UTF8.GetBytes(row["message"].AsString);
}
