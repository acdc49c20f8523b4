using System.Globalization;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Counts of templates, one row for each month, channel and name; planned nudges are counted where they wait.</summary>
sealed class LiteDbTemplates(LiteDbStore store) : ITemplateUses
{
    /// <summary>More are not counted: a forecast of a million says enough.</summary>
    const int MostPlanned = 1_000_000;

    /// <summary>Counts a turn's templates, inside its transaction.</summary>
    public static void Count(Draft draft, IReadOnlyList<TemplateCount> counts, DateTimeOffset now)
    {
        foreach (var count in counts)
        {
            var id = StoredKeys.OfTemplate(TemplateCount.Month(now), count.Channel, count.Name);
            var before = draft.Find(LiteDbSchema.Templates, id) is { } row ? Number(row) : 0;
            draft.Put(LiteDbSchema.Templates, StoredRow.Of(id, RowField.Text("is", (before + count.Count).ToString(CultureInfo.InvariantCulture))));
        }
    }

    public Task<IReadOnlyList<TemplateCount>> SentAsync(string month, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>(
        [.. store.All(LiteDbSchema.Templates).Select(row => StoredKeys.ReadTemplate(row["_id"].AsString, Number(row))).Where(one => one.Month == month)
            .Select(one => one.Count).OrderBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Name, StringComparer.Ordinal)]);

    public Task<IReadOnlyList<TemplateCount>> PlannedAsync(DateTimeOffset until, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>(
        [.. store.Rows.UpTo(LiteDbSchema.Reminders, "due", until.UtcTicks - 1, MostPlanned)
            .GroupBy(row => (Channel: Channel(row), Name: row["subject"].AsString.Split(':')[0]))
            .Select(group => new TemplateCount(group.Key.Channel, group.Key.Name, group.Count()))
            .OrderBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Name, StringComparer.Ordinal)]);

    string Channel(BsonDocument reminder) => store.Find(LiteDbSchema.Conversations, reminder["person"].AsString) is { } row
        ? StoredJson.Read<Talk>(row["is"]).Address.Channel
        : "";

    /// <summary>Of a conversation what a forecast needs: there may be very many.</summary>
    sealed record Talk(Address Address);

    static long Number(BsonDocument row) => long.Parse(row["is"].AsString, CultureInfo.InvariantCulture);
}
