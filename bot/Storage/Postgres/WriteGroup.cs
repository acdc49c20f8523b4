using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What waited for the writer at the same moment: one batch, one transaction, one flush.</summary>
sealed class WriteGroup(IReadOnlyList<Write> writes)
{
    readonly List<TurnWrite> turns = [.. writes.Select(write => write.Turn).OfType<TurnWrite>()];
    readonly List<AcceptWrite> accepts = [.. writes.Select(write => write.Accept).OfType<AcceptWrite>()];
    readonly List<MarkWrite> marks = [.. writes.Select(write => write.Mark).OfType<MarkWrite>()];

    public IReadOnlyList<Write> Writes => writes;

    public IReadOnlyList<TurnWrite> Turns => turns;

    public IReadOnlyList<AcceptWrite> Accepts => accepts;

    /// <summary>One round trip: PostgreSQL does a batch whole or not at all.</summary>
    /// <remarks>Sent with the asynchronous call though the thread waits: Npgsql 10.0.3 writes a batch of a synchronous call on another thread than the one that reads, and when the connection breaks meanwhile both may wait for each other for ever.</remarks>
    public void Commit(NpgsqlConnection connection, string node, bool isWorker, string news)
    {
        using var batch = new NpgsqlBatch(connection);
        if (turns.Count > 0)
            TurnStatements.Add(batch, turns, node);
        if (marks.Count > 0)
            MarkStatements.Add(batch, marks);
        if (accepts.Count > 0)
            AcceptStatements.Add(batch, [.. accepts.DistinctBy(one => one.Id)], node, isWorker);
        if (news.Length > 0)
            batch.BatchCommands.Add(News.Statement(news));
        using var reader = batch.ExecuteReaderAsync().GetAwaiter().GetResult();
        Read(reader, news.Length > 0);
    }

    // Rows come from the fences, from the messages, from what was held, from the posts, from the marks' locks and the reports that they find, from the accepts and from the news, in this order; other statements give none.
    void Read(NpgsqlDataReader reader, bool hasNews)
    {
        // A fence says one, or fails.
        for (var fence = 0; fence < turns.Select(turn => turn.Held.IsPrompt).Distinct().Count(); fence++)
            Skip(reader);
        var speaking = turns.Where(turn => turn.Messages.Count > 0).ToList();
        if (speaking.Count > 0)
            ReadNumbers(reader, speaking);
        if (turns.Where(turn => turn.Releases.Length > 0).ToList() is { Count: > 0 } releasing)
            ReadReleased(reader, releasing);
        if (turns.Any(turn => turn.Posts.Count > 0))
            Skip(reader);
        if (MarkStatements.HasReceipts(marks))
        {
            // The locks say nothing.
            Skip(reader);
            MarkStatements.Read(reader, marks);
        }
        if (accepts.Count > 0)
        {
            AcceptStatements.Read(reader, accepts);
            reader.NextResult();
        }
        if (hasNews)
            reader.Read();
    }

    static void Skip(NpgsqlDataReader reader)
    {
        while (reader.Read())
        {
        }
        reader.NextResult();
    }

    static void ReadReleased(NpgsqlDataReader reader, List<TurnWrite> releasing)
    {
        var byAddress = releasing.GroupBy(turn => turn.Releases).ToDictionary(group => group.Key, group => group.First());
        foreach (var turn in releasing)
            turn.Released.Clear();
        while (reader.Read())
            byAddress[reader.GetString(1)].Released.Add(new ReleasedRow(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt64(5), reader.GetString(6)));
        reader.NextResult();
    }

    static void ReadNumbers(NpgsqlDataReader reader, List<TurnWrite> speaking)
    {
        foreach (var turn in speaking)
        {
            turn.Numbers.Clear();
            for (var message = 0; message < turn.Messages.Count && reader.Read(); message++)
                turn.Numbers.Add(reader.GetInt64(0));
        }
        reader.NextResult();
    }
}
