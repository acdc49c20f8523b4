using LiteDB;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reports that came before we had written down the channel's id of the message: a provider may be faster than our disk. On the writer's thread.</summary>
sealed class EarlyReports
{
    /// <summary>Far longer than a mark takes; what nobody asks for then is about a message that is not ours.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    const int Most = 10_000;

    readonly TimeProvider clock;
    readonly Queue<(long At, string Receipt)> oldest;

    public EarlyReports(LiteDbStore store, TimeProvider clock)
    {
        this.clock = clock;
        oldest = new(store.All(LiteDbSchema.Early, "kept").Select(row => (row["kept"].AsInt64, row["_id"].AsString)).Order());
    }

    /// <summary>Keeps the report, unless one that goes further is there.</summary>
    public void Keep(Draft draft, string receipt, DeliveryReport report)
    {
        var now = clock.GetUtcNow().UtcTicks;
        while (oldest.TryPeek(out var first) && (oldest.Count >= Most || now - first.At > Kept.Ticks))
            draft.Delete(LiteDbSchema.Early, oldest.Dequeue().Receipt);
        var there = draft.Find(LiteDbSchema.Early, receipt);
        if (there is not null && !SendOrder.IsBeyond(SendOrder.Of(report), SendOrder.Of(Read(there))))
            return;
        draft.Put(LiteDbSchema.Early, StoredRow.Of(
            receipt, RowField.Text("channel", report.Channel), RowField.Text("sent", report.ChannelMessageId), RowField.Text("ours", report.Reference),
            RowField.Text("stage", report.Stage.ToString()), RowField.Text("class", report.Class.ToString()), RowField.Text("reason", CleanText.Of(report.Reason)),
            RowField.Long("at", report.At.UtcTicks), RowField.Long("kept", now)));
        oldest.Enqueue((now, receipt));
    }

    /// <summary>What was reported of the message; null when nothing was.</summary>
    public DeliveryReport? Take(Draft draft, string receipt, string channelMessageId)
    {
        if (oldest.Count == 0 || draft.Find(LiteDbSchema.Early, receipt) is not { } row)
            return null;
        draft.Delete(LiteDbSchema.Early, receipt);
        var report = Read(row);
        return report.ChannelMessageId.Length > 0 ? report : report with { ChannelMessageId = channelMessageId };
    }

    /// <summary>The report of a row; one of before has no class, and no id of the channel: that is asked for.</summary>
    public static DeliveryReport Read(BsonDocument row) => new(
        row["channel"], Text(row["sent"]), Enum.Parse<DeliveryStage>(row["stage"]), row["reason"], new DateTimeOffset(row["at"].AsInt64, TimeSpan.Zero))
    {
        Class = Text(row["class"]) is { Length: > 0 } its ? Enum.Parse<FailureClass>(its) : FailureClass.None,
        Reference = Text(row["ours"]),
    };

    static string Text(BsonValue value) => value.IsString ? value.AsString : "";
}
