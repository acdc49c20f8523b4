using Npgsql;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Safety;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Alerts, a document each; those that nobody has looked at once more apart.</summary>
sealed class PostgresSafetyAlerts(PostgresStore store) : ISafetyAlerts
{
    const string Add = """
        insert into documents (collection, id, body) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing
        """;

    const string Latest = "select body from documents where collection = 'alerts' order by id desc limit $1";

    const string Unseen = "select body from documents where collection = 'unseenalerts' order by id";

    const string Find = "select body from documents where collection = 'alerts' and id = $1";

    // Only over what was read: two who look at the same moment must not both be the first.
    const string Keep = """
        with kept as (update documents set body = $2 where collection = 'alerts' and id = $1 and body = $3 returning 1),
        gone as (delete from documents where $4 = 1 and collection = 'unseenalerts' and id = $1 and exists (select from kept))
        select count(*) from kept
        """;

    /// <summary>Keeps the group's alerts in its transaction; nothing when there are none.</summary>
    public static void Put(NpgsqlBatch batch, IReadOnlyList<TurnWrite> turns)
    {
        var rows = turns.SelectMany(turn => Alerts.Of(turn.Turn)).SelectMany(Rows).ToList();
        if (rows.Count > 0)
            TurnStatements.Add(batch, Add, Column.Texts(rows.Select(row => row.Collection)), Column.Texts(rows.Select(row => row.Alert.Id)),
                Column.Texts(rows.Select(row => StoredJson.Write(row.Alert))));
    }

    public async Task<IReadOnlyList<SafetyAlert>> LatestAsync(int most, CancellationToken stop) => await ReadAsync(Latest, stop, Column.Long(most));

    public async Task<IReadOnlyList<SafetyAlert>> UnseenAsync(CancellationToken stop) => await ReadAsync(Unseen, stop);

    public async Task<SafetyAlert?> FindAsync(string id, CancellationToken stop) => (await ReadAsync(Find, stop, Column.Text(id))).FirstOrDefault();

    public async Task KeepAsync(SafetyAlert alert, CancellationToken stop)
    {
        for (var isKept = false; !isKept;)
        {
            var before = await store.ReadAsync(Find, row => row.GetString(0), stop, Column.Text(alert.Id));
            if (before.Count == 0)
                return;
            var kept = alert.After(StoredJson.Read<SafetyAlert>(before[0]));
            var written = await store.ReadAsync(Keep, row => row.GetInt64(0), stop,
                Column.Text(alert.Id), Column.Text(StoredJson.Write(kept)), Column.Text(before[0]), Column.Long(kept.SeenAt is null ? 0 : 1));
            isKept = written[0] > 0;
        }
    }

    static IEnumerable<(string Collection, SafetyAlert Alert)> Rows(SafetyAlert alert) =>
        alert.Target is null ? [("alerts", alert)] : [("alerts", alert), ("unseenalerts", alert)];

    Task<List<SafetyAlert>> ReadAsync(string sql, CancellationToken stop, params NpgsqlParameter[] parameters) =>
        store.ReadAsync(sql, row => StoredJson.Read<SafetyAlert>(row.GetString(0)), stop, parameters);
}
