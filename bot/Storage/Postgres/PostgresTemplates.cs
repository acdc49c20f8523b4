using System.Globalization;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Counts of templates, one document for each month, channel, name and node: nodes that send at the same moment do not wait for each other's row.</summary>
sealed class PostgresTemplates(PostgresStore store) : ITemplateUses
{
    const string Add = """
        insert into documents (collection, id, body)
        select 'templates', t.id, t.count::text from unnest($1::text[], $2::bigint[]) as t(id, count) order by t.id
        on conflict (collection, id) do update set body = (documents.body::bigint + excluded.body::bigint)::text
        """;

    const string Sent = "select id, body from documents where collection = 'templates' and id >= $1 and id < $2";

    const string Planned = """
        select c.channel, split_part(r.subject, ':', 1), count(*) from reminders r join conversations c on c.person = r.person
        where r.due < $1 group by 1, 2
        """;

    /// <summary>Counts the group's templates in its transaction; nothing when there are none.</summary>
    public static void Count(NpgsqlBatch batch, IReadOnlyList<TurnWrite> turns, string node)
    {
        var counts = turns.SelectMany(turn => TemplateCount.Of(turn.Turn)
                .Select(count => (Id: StoredKeys.OfTemplate(TemplateCount.Month(turn.SpokenAt), count.Channel, count.Name, node), count.Count)))
            .GroupBy(one => one.Id, StringComparer.Ordinal).Select(group => (Id: group.Key, Count: group.Sum(one => one.Count))).ToList();
        if (counts.Count > 0)
            TurnStatements.Add(batch, Add, Column.Texts(counts.Select(count => count.Id)), Column.Longs(counts.Select(count => count.Count)));
    }

    public async Task<IReadOnlyList<TemplateCount>> SentAsync(string month, CancellationToken stop)
    {
        // '0' is the sign after '/': the month's own documents lie between.
        var rows = await store.ReadAsync(Sent, row => StoredKeys.ReadTemplate(row.GetString(0), long.Parse(row.GetString(1), CultureInfo.InvariantCulture)), stop,
            Column.Text(month + "/"), Column.Text(month + "0"));
        return [.. rows.GroupBy(row => (row.Count.Channel, row.Count.Name)).Select(group => new TemplateCount(group.Key.Channel, group.Key.Name, group.Sum(row => row.Count.Count)))
            .OrderBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Name, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<TemplateCount>> PlannedAsync(DateTimeOffset until, CancellationToken stop)
    {
        var rows = await store.ReadAsync(Planned, row => new TemplateCount(row.GetString(0), row.GetString(1), row.GetInt64(2)), stop, Column.Long(until.UtcTicks));
        return [.. rows.OrderBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Name, StringComparer.Ordinal)];
    }
}
