using LiteDB;
using LiteDB.Engine;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>
/// LiteDB's engine, one thread at a time: the page cache of 5.0.20 may give a page away between a reader's finding and holding it (litedb-org/LiteDB
/// issue 2817), and then somebody reads another page's bytes. Long work is done in handfuls, so that nobody waits long for his turn.
/// </summary>
sealed class SharedEngine(LiteEngine engine) : IDisposable
{
    const int Handful = 100;

    readonly Lock turn = new();

    /// <summary>The rows, all taken out: an open cursor would keep the log from ever shrinking.</summary>
    public List<BsonDocument> All(string collection, Query query)
    {
        var rows = new List<BsonDocument>();
        Read(collection, query, row => rows.Add(row.AsDocument));
        return rows;
    }

    /// <summary>The row; null when there is none.</summary>
    public BsonDocument? Find(string collection, string id) => All(collection, LiteDbRows.ById(id)).FirstOrDefault();

    /// <summary>How many rows there are, at most so many.</summary>
    public int Count(string collection, Query query, int most)
    {
        query.Limit = most;
        var rows = 0;
        Read(collection, query, _ => rows++);
        return rows;
    }

    /// <summary>Adds rows of whose ids there are none.</summary>
    public void Insert(string collection, IEnumerable<BsonDocument> rows) =>
        InHandfuls(rows, some => engine.Insert(collection, some, BsonAutoId.ObjectId));

    /// <summary>Adds or replaces rows.</summary>
    public void Put(string collection, IEnumerable<BsonDocument> rows) =>
        InHandfuls(rows, some => engine.Upsert(collection, some, BsonAutoId.ObjectId));

    public void Delete(string collection, IEnumerable<string> ids) =>
        InHandfuls(ids.Select(id => new BsonValue(id)), some => engine.Delete(collection, some));

    /// <summary>Does something with the engine while nobody else does.</summary>
    public void Alone(Action<ILiteEngine> work)
    {
        lock (turn)
            work(engine);
    }

    public void Dispose() => engine.Dispose();

    void Read(string collection, Query query, Action<BsonValue> take)
    {
        IBsonDataReader? reader = null;
        Alone(_ => reader = engine.Query(collection, query));
        try
        {
            for (var isMore = true; isMore;)
                Alone(_ => isMore = TakeHandful(reader!, take));
        }
        finally
        {
            Alone(_ => reader?.Dispose());
        }
    }

    static bool TakeHandful(IBsonDataReader reader, Action<BsonValue> take)
    {
        for (var taken = 0; taken < Handful; taken++)
        {
            if (!reader.Read())
                return false;
            take(reader.Current);
        }
        return true;
    }

    void InHandfuls<T>(IEnumerable<T> all, Action<IEnumerable<T>> work)
    {
        foreach (var some in all.Chunk(Handful))
            Alone(_ => work(some));
    }
}
