using System.Diagnostics;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The pace that nodes share: moments are reserved in the database, a few at a time, by its clock.</summary>
sealed class PostgresPace(PostgresStore store) : ISharedPace, IDisposable
{
    const int LeastAtATime = 5;
    const int MostAtATime = 1000;

    // So much of the line is reserved at once: a node that then has nothing to say keeps the others waiting no longer.
    static readonly TimeSpan AtATime = TimeSpan.FromSeconds(0.2);

    // A moment that nobody used goes by, so that a node that was quiet cannot send a burst on top of the others'.
    static readonly TimeSpan Stale = TimeSpan.FromSeconds(0.05);
    static readonly TimeSpan Away = TimeSpan.FromSeconds(1);

    const string Reserve = """
        insert into rates as r (name, empty_at) values ($1, now() + $2 * interval '1 microsecond')
        on conflict (name) do update set empty_at = greatest(r.empty_at, now()) + $2 * interval '1 microsecond'
        where r.empty_at <= now() + $3 * interval '1 microsecond'
        returning (extract(epoch from empty_at - now()) * 1000000 - $2)::bigint
        """;

    readonly SemaphoreSlim door = new(1);
    readonly Dictionary<string, Queue<TimeSpan>> lines = [];
    readonly long begun = Stopwatch.GetTimestamp();

    public async ValueTask<TimeSpan> ReserveAsync(string line, TimeSpan each, TimeSpan longest, CancellationToken stop)
    {
        await door.WaitAsync(stop);
        try
        {
            var moments = Moments(line);
            while (moments.TryPeek(out var oldest) && Now - oldest > Stale)
                moments.Dequeue();
            if (moments.Count == 0 && !await FetchAsync(line, moments, each, longest, stop))
                return longest + Away;
            var wait = moments.Dequeue() - Now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        catch (IOException)
        {
            // While the server is away nothing goes: what was sent could not be written down either.
            return longest + Away;
        }
        finally
        {
            door.Release();
        }
    }

    public void Dispose() => door.Dispose();

    Queue<TimeSpan> Moments(string line) => lines.TryGetValue(line, out var moments) ? moments : lines[line] = new();

    TimeSpan Now => Stopwatch.GetElapsedTime(begun);

    async Task<bool> FetchAsync(string line, Queue<TimeSpan> moments, TimeSpan each, TimeSpan longest, CancellationToken stop)
    {
        var atATime = (int)Math.Clamp(AtATime / each, LeastAtATime, MostAtATime);
        var before = Now;
        var first = await store.ReadAsync(
            Reserve, row => row.GetInt64(0), stop, Column.Text(line), Column.Long((long)(each * atATime).TotalMicroseconds), Column.Long((long)longest.TotalMicroseconds));
        if (first.Count == 0)
            return false;
        for (var moment = 0; moment < atATime; moment++)
            moments.Enqueue(before + TimeSpan.FromMicroseconds(first[0]) + each * moment);
        return true;
    }
}
