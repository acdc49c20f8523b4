using Npgsql;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Documents that name a person, under her new id.</summary>
sealed class PostgresErasedDocuments(NpgsqlConnection connection, SealedColumns sealed_, Erasure erasure, CancellationToken stop)
{
    PersonId Stays => erasure.Names.Stays;

    public async Task RunAsync()
    {
        foreach (var collection in (string[])["alerts", "unseenalerts"])
            await ReplaceAsync<SafetyAlert>(collection, alert => alert.Person == erasure.Person ? erasure.Unlinking.Alert(alert) : null, alert => alert.Id);
        await ReplaceAsync<Enrolment>("enrolments", one => one.Person == erasure.Person ? one with { Person = Stays, At = Unlinking.Day(one.At) } : null, one => $"{one.Person}/{one.Module}");
        await ReplaceAsync<SelectionRun>("selections", run => UnlinkedRun.Of(run, erasure.Person, Stays), run => run.Id);
    }

    /// <param name="unlink">The document as it stays; null for one that does not name her.</param>
    async Task ReplaceAsync<T>(string collection, Func<T, T?> unlink, Func<T, string> idOf) where T : class
    {
        List<(string Before, T After)> changed = [];
        await using (var command = PostgresStore.Command(connection, "select id, body from documents where collection = $1", Column.Text(collection)))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                if (unlink(StoredJson.Read<T>(sealed_.Document(collection, reader.GetString(0), reader.GetString(1)))) is { } after)
                    changed.Add((reader.GetString(0), after));
        foreach (var (before, after) in changed)
        {
            await using var command = PostgresStore.Command(connection, "update documents set id = $3, body = $4 where collection = $1 and id = $2",
                Column.Text(collection), Column.Text(before), Column.Text(idOf(after)), Column.Text(sealed_.SealDocument(collection, idOf(after), StoredJson.Write(after))));
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
