using System.Globalization;
using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Finds rows that have had their time, and takes them away a handful a transaction.</summary>
sealed class PostgresOldRows(PostgresStore store) : IOldRows
{
    // What still waits, or is held until the person speaks, is not over.
    static readonly string OldMessages = string.Create(CultureInfo.InvariantCulture, $"due < $1 and state not in ({(int)SendState.Pending}, {(int)SendState.Held})");

    // Numbers of an address go on, whatever went.
    static readonly string RemoveMessages = $"""
        with gone as (delete from outbox where ctid = any(array(select ctid from outbox where {OldMessages} limit $2)) returning address, number),
        last as (select address, max(number) as number from gone group by address),
        told as (update addresses a set gone = greatest(a.gone, l.number) from last l where a.key = l.address)
        select count(*)::int from gone
        """;

    const string OldAside = "at < $1";

    // An alert's id begins with its moment.
    const string OldAlerts = "collection in ('alerts', 'unseenalerts') and id < $1";

    public async Task<int> CountAsync(RetentionRule rule, DateTimeOffset before, CancellationToken stop) => (await store.ReadAsync(
        $"select count(*)::int from {Table(rule)} where {Old(rule)}{(rule == RetentionRule.Alerts ? " and collection = 'alerts'" : "")}", row => row.GetInt32(0), stop, Moment(rule, before)))[0];

    public async Task<int> RemoveAsync(RetentionRule rule, DateTimeOffset before, int most, CancellationToken stop) => rule == RetentionRule.Talk
        ? (await store.ReadAsync(RemoveMessages, row => row.GetInt32(0), stop, Moment(rule, before), Column.Number(most)))[0]
        : await store.RunAsync(
            $"delete from {Table(rule)} where ctid = any(array(select ctid from {Table(rule)} where {Old(rule)} limit $2))", stop, Moment(rule, before), Column.Number(most));

    static NpgsqlParameter Moment(RetentionRule rule, DateTimeOffset before) =>
        rule == RetentionRule.Alerts ? Column.Text(before.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)) : Column.Long(before.UtcTicks);

    static string Table(RetentionRule rule) => rule switch
    {
        RetentionRule.Talk => "outbox",
        RetentionRule.SetAside => "aside",
        RetentionRule.Alerts => "documents",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    static string Old(RetentionRule rule) => rule switch
    {
        RetentionRule.Talk => OldMessages,
        RetentionRule.SetAside => OldAside,
        RetentionRule.Alerts => OldAlerts,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
