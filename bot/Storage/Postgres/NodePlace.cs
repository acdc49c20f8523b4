using System.Diagnostics;
using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>This process among the nodes: a row with a lease that it renews for as long as it lives. Lanes of a node whose lease is over are anybody's.</summary>
sealed class NodePlace : IDisposable
{
    /// <summary>How long a node that fell silent keeps its lanes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    const string Renew = """
        with mine as (
            insert into nodes (id, roles, lease_until) values ($1, $2, now() + $3 * interval '1 second')
            on conflict (id) do update set lease_until = excluded.lease_until),
        gone as (delete from nodes where lease_until < now() - interval '1 hour')
        select count(*) from nodes where id <> $1 and lease_until > now()
        """;

    const string Leave = """
        with left_lanes as (update lanes set node = null where node = $1),
        left_leases as (delete from leases where node = $1)
        delete from nodes where id = $1
        """;

    readonly NpgsqlDataSource pool;
    readonly string roles;
    readonly ILogger log;
    readonly CancellationTokenSource stopping = new();
    readonly Thread thread;
    long renewed;
    int others;

    public NodePlace(NpgsqlDataSource pool, string roles, ILogger log)
    {
        (this.pool, this.roles, this.log) = (pool, roles, log);
        Id = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        RenewOnce();
        thread = new Thread(Run) { Name = "node's lease", IsBackground = true };
        thread.Start();
    }

    /// <summary>Never used again, so that a node that comes back from the dead is a stranger.</summary>
    public string Id { get; }

    /// <summary>Whether other nodes were alive a moment ago.</summary>
    public bool HasOthers => Volatile.Read(ref others) > 0;

    public int Others => Volatile.Read(ref others);

    /// <summary>Whether nobody can have taken our lanes yet.</summary>
    public bool IsSure => Stopwatch.GetElapsedTime(Volatile.Read(ref renewed)) < Lease - Margin;

    /// <summary>The lease was over for a while: others may own what we owned. Raised once it holds again.</summary>
    public event Action? Returned;

    public void Dispose()
    {
        stopping.Cancel();
        thread.Join();
        try
        {
            using var connection = pool.OpenConnection();
            using var command = PostgresStore.Command(connection, Leave, Column.Text(Id));
            command.ExecuteNonQuery();
        }
        catch (Exception fault) when (ServerFault.Is(fault))
        {
            // Its lease ends by itself.
        }
        stopping.Dispose();
    }

    void Run()
    {
        while (!stopping.Token.WaitHandle.WaitOne(Every))
        {
            try
            {
                var wasSure = IsSure;
                RenewOnce();
                if (!wasSure)
                    Returned?.Invoke();
            }
            catch (Exception fault) when (ServerFault.Is(fault))
            {
                log.LogWarning("The node's lease could not be renewed: {Fault}", fault.Message);
            }
        }
    }

    // The moment before the question counts: the server's lease ends later than we think, never earlier.
    void RenewOnce()
    {
        var before = Stopwatch.GetTimestamp();
        using var connection = pool.OpenConnection();
        using var command = PostgresStore.Command(connection, Renew, Column.Text(Id), Column.Text(roles), Column.Number((int)Lease.TotalSeconds));
        command.CommandTimeout = (int)Lease.TotalSeconds / 2;
        Volatile.Write(ref others, (int)(long)(command.ExecuteScalar() ?? 0L));
        Volatile.Write(ref renewed, before);
    }
}
