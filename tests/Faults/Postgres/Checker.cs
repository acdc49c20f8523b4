using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>Reads what became of messages by SQL alone, and holds it against a log of what was acknowledged: lines of address and run-number.</summary>
static class Checker
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // In the order of the commits.
    const string Facts = "select f.person || '|' || f.facts || '|' || a.key || '|' || a.channel || '|' || a.value from facts f join addresses a on a.person = f.person order by f.n";

    const string Talks = "select c.person || '|' || c.body || '|' || (select count(*) from facts f where f.person = c.person) from conversations c";

    /// <summary>Nothing lost, nothing twice, each person's messages in order within a run, no conversation written over by an older one.</summary>
    public static List<string> Check(string connection, IReadOnlyCollection<string> acknowledged)
    {
        var sealed_ = PostgresPlace.Sealed(connection);
        var handled = PostgresServer.Read(connection, Facts).SelectMany(row => Handled(sealed_, row.Split('|'))).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.Equal([], acknowledged.Except(handled));
        Assert.Equal(handled.Count, handled.Distinct().Count());
        Assert.All(handled.GroupBy(line => line[..line.LastIndexOf('-')]), run =>
            Assert.Equal(run.Select(Number).Order(), run.Select(Number)));
        Assert.All(PostgresServer.Read(connection, Talks).Select(row => row.Split('|')), row => Assert.Equal(row[2], $"{sealed_.Talk(row[0], row[1]).Asks}"));
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

    // One line a fact.
    static IEnumerable<string> Handled(SealedColumns sealed_, string[] row) => sealed_.Facts(row[0], row[1])
        .Select(fact => $"{row[3]}:{sealed_.Address(row[2], row[4])} {((AnswerGiven)fact).Value}");

    static int Waiting(string connection) => int.Parse(PostgresServer.Read(connection, "select count(*)::text from waiting")[0]);

    static int Number(string line) => int.Parse(line.AsSpan(line.LastIndexOf('-') + 1));
}
