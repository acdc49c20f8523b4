using System.Net.Sockets;
using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Tells what is the server's fault, and passes, from what is wrong with a statement.</summary>
static class ServerFault
{
    const string Refused = "22012";

    /// <summary>Whether trying again later can help: the server is away, restarts, is full, or took two of us for a deadlock.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        PostgresException { SqlState: "40001" or "40P01" or "55P03" } => true,
        PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] or ['X', 'X', ..] } => true,
        PostgresException => false,
        NpgsqlException or TimeoutException or SocketException or IOException => true,
        // A connection that somebody else found broken.
        ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>Whether the group's first statement found that a turn does not hold any more.</summary>
    public static bool IsRefusal(Exception fault) => fault is PostgresException { SqlState: Refused };

    /// <summary>As callers of a store know it: something that passes, or the fault itself.</summary>
    public static Exception AsCallersKnowIt(Exception fault) =>
        Is(fault) && fault is not IOException ? new IOException($"PostgreSQL does not do it now: {fault.Message}", fault) : fault;
}
