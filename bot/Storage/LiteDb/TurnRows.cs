using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What of a turn is written, made ready before the writer's thread takes it.</summary>
/// <param name="Sessions">Only those that changed.</param>
/// <param name="Messages">What is said, as JSON: a row's number is known only when it is written.</param>
sealed record TurnRows(StoredRow Conversation, IReadOnlyList<StoredRow> Sessions, string Facts, IReadOnlyList<byte[]> Messages, IReadOnlyList<TemplateCount> Templates)
{
    /// <summary>The person's line in the register; null when the turn leaves it as it is.</summary>
    public StoredRow? Line { get; init; }

    /// <param name="before">The conversation as it was loaded; null when that was forgotten, then all sessions are written.</param>
    public static TurnRows Of(Turn turn, Conversation? before, Vault vault) => new(
        SealedRow.Seal(vault, LiteDbSchema.Conversations, StoredRow.Of(
            turn.Next.Person.Value,
            RowField.Text("is", StoredJson.WriteBytes(turn.Next with { Sessions = [] })),
            RowField.Number("sessions", turn.Next.Sessions.Count))),
        [.. turn.Next.Sessions.Index().Where(one => HasChanged(one.Index, one.Item, before)).Select(one => SealedRow.Seal(vault, LiteDbSchema.Sessions, Row(one.Index, one.Item)))],
        turn.Facts.Count > 0 ? StoredFacts.Write(turn.Facts) : "",
        [.. turn.Replies.Select(StoredJson.WriteBytes)],
        TemplateCount.Of(turn))
    {
        Line = before is not null && PersonLine.IsSame(before, turn.Next) ? null : SealedRow.Seal(vault, LiteDbSchema.Register, LiteDbRegister.Row(PersonLine.Of(turn.Next), vault)),
    };

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
