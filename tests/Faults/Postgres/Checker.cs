using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>Reads what became of messages by SQL alone, and holds it against a log of what was acknowledged: lines of address and run-number.</summary>
static class Checker
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // One row a fact, in the order of the commits.
    const string Handled = """
        select a.channel || ':' || a.value || ' ' || (fact -> 'is' ->> 'value')
        from facts f join addresses a on a.person = f.person, lateral json_array_elements(f.facts::json) fact order by f.n
        """;

    const string LostUpdates = """
        select c.person from conversations c where coalesce((c.body::json ->> 'asks')::int, 0) <> (select count(*) from facts f where f.person = c.person)
        """;

    /// <summary>Nothing lost, nothing twice, each person's messages in order within a run, no conversation written over by an older one.</summary>
    public static List<string> Check(string connection, IReadOnlyCollection<string> acknowledged)
    {
        var handled = PostgresServer.Read(connection, Handled);
        Assert.NotEmpty(acknowledged);
        Assert.Equal([], acknowledged.Except(handled));
        Assert.Equal(handled.Count, handled.Distinct().Count());
        Assert.All(handled.GroupBy(line => line[..line.LastIndexOf('-')]), run =>
            Assert.Equal(run.Select(Number).Order(), run.Select(Number)));
        Assert.Empty(PostgresServer.Read(connection, LostUpdates));
        return handled;
    }

    /// <summary>Waits until all that was acknowledged had its turn, as long as there is any progress.</summary>
    public static async Task SettledAsync(string connection)
    {
        var (least, since) = (int.MaxValue, DateTimeOffset.UtcNow);
        while (Waiting(connection) is > 0 and var waiting)
        {
            if (waiting < least)
                (least, since) = (waiting, DateTimeOffset.UtcNow);
            Assert.True(DateTimeOffset.UtcNow - since < Patience, $"{waiting} that were acknowledged wait in vain.");
            await Task.Delay(50);
        }
    }

    static int Waiting(string connection) => int.Parse(PostgresServer.Read(connection, "select count(*)::text from waiting")[0]);

    static int Number(string line) => int.Parse(line.AsSpan(line.LastIndexOf('-') + 1));
}
