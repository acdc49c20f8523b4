using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What of a turn is written, made ready before the writer's thread takes it.</summary>
/// <param name="Sessions">Only those that changed.</param>
/// <param name="Messages">What is said, as JSON: a row's number is known only when it is written.</param>
sealed record TurnRows(StoredRow Conversation, IReadOnlyList<StoredRow> Sessions, string Facts, IReadOnlyList<byte[]> Messages, IReadOnlyList<TemplateCount> Templates)
{
    /// <param name="before">The conversation as it was loaded; null when that was forgotten, then all sessions are written.</param>
    /// <param name="seal">Seals a row of a collection.</param>
    public static TurnRows Of(Turn turn, Conversation? before, Func<string, StoredRow, StoredRow> seal) => new(
        seal(LiteDbSchema.Conversations, StoredRow.Of(
            turn.Next.Person.Value,
            RowField.Text("is", StoredJson.WriteBytes(turn.Next with { Sessions = [] })),
            RowField.Number("sessions", turn.Next.Sessions.Count))),
        [.. turn.Next.Sessions.Index().Where(one => HasChanged(one.Index, one.Item, before)).Select(one => seal(LiteDbSchema.Sessions, Row(one.Index, one.Item)))],
        turn.Facts.Count > 0 ? StoredFacts.Write(turn.Facts) : "",
        [.. turn.Replies.Select(StoredJson.WriteBytes)],
        TemplateCount.Of(turn));

    // Records that did not change are the same object: comparing all answers would cost more than writing them.
    static bool HasChanged(int index, Session session, Conversation? before) =>
        before is null || index >= before.Sessions.Count || !ReferenceEquals(before.Sessions[index], session);

    public static StoredRow Row(int index, Session session) => StoredRow.Of(
        StoredKeys.Numbered(session.Person.Value, index),
        RowField.Text("subject", session.Subject),
        RowField.Text("flow", session.Flow),
        RowField.Flag("submitted", session.Submitted is not null),
        RowField.Text("is", StoredJson.WriteBytes(session)));
}
