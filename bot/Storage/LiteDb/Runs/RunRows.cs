using System.Text;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Rows of collections as they lie in runs.</summary>
sealed class RunRows(RunStack stack)
{
    const int Page = 500;

    public RunStack Stack => stack;

    /// <summary>The row; null when there is none.</summary>
    public byte[]? Find(int collection, string id)
    {
        var key = RowKey.Of(collection, id);
        return stack.Read(runs => Find(runs, key));
    }

    /// <summary>The rows whose ids are key/number, with numbers between two, in their order.</summary>
    public IEnumerable<(string Id, byte[] Row)> Range(int collection, string key, long first, long last) =>
        Between(RowKey.Of(collection, StoredKeys.Numbered(key, first)), Above(RowKey.Of(collection, StoredKeys.Numbered(key, last))), RowKey.Of(collection, key), int.MaxValue)
            .Select(static one => (RowKey.IdIn(one.Key), one.Row));

    /// <summary>The greatest number of the rows whose ids are key/number; -1 when there is none.</summary>
    public long LastNumber(int collection, string key) =>
        Between(RowKey.Of(collection, $"{key}/"), RowKey.Of(collection, $"{key}/:"), RowKey.Of(collection, key), int.MaxValue)
            .Select(static one => StoredKeys.NumberIn(RowKey.IdIn(one.Key))).LastOrDefault(-1);

    /// <summary>The rows whose ids are key/anything, in their order.</summary>
    public IEnumerable<byte[]> Under(int collection, string key) =>
        Between(RowKey.Of(collection, $"{key}/"), RowKey.Of(collection, $"{key}0"), null, int.MaxValue).Select(static one => one.Row);

    /// <summary>All rows of a collection in the order of their ids, page by page.</summary>
    /// <param name="after">Only those behind this id.</param>
    public IEnumerable<(string Id, byte[] Row)> All(int collection, string? after = null)
    {
        byte[] from = after is null ? [(byte)collection] : Above(RowKey.Of(collection, after)), until = [(byte)(collection + 1)];
        for (var rows = Between(from, until, null, Page); rows.Count > 0; rows = Between(Above(rows[^1].Key), until, null, Page))
            foreach (var (key, row) in rows)
                yield return (RowKey.IdIn(key), row);
    }

    /// <summary>Ids of rows of which the field had the value when they were written: whoever reads looks at the rows.</summary>
    public IEnumerable<string> By(RowIndex index, string value)
    {
        var start = index.Start(value);
        return Between(start, [.. start[..^1], 1], null, int.MaxValue).Select(one => Encoding.UTF8.GetString(one.Key.AsSpan(start.Length)));
    }

    /// <summary>The same for numbers that are at most so great, the smallest first, at most so many.</summary>
    public IEnumerable<string> UpTo(RowIndex index, long greatest, int most) =>
        Between(index.Start(0), index.Start(greatest + 1), null, most).Select(static one => Encoding.UTF8.GetString(one.Key.AsSpan(1 + sizeof(long))));

    /// <summary>Writes what a generation has for runs; it may be lost by a power cut, never in part.</summary>
    public void Write(Generation generation) =>
        Add(stack, [.. LiteDbSchema.InRuns.SelectMany(generation.Changes).SelectMany(Entries)], generation.Last);

    /// <summary>Adds entries as a run.</summary>
    /// <param name="entries">In no order; are put into theirs.</param>
    public static void Add(RunStack stack, List<(byte[] Key, byte[]? Row)> entries, long applied)
    {
        entries.Sort(static (one, other) => one.Key.AsSpan().SequenceCompareTo(other.Key));
        if (entries.Count > 0)
            stack.Add(writing => entries.ForEach(entry => writing.Add(entry.Key, entry.Row, entry.Row is null)), entries.Count, applied);
        else
            stack.Pass(applied);
    }

    /// <summary>What of a change is written: the row, and the entries of its indexes. On the thread that changes the runs.</summary>
    public IEnumerable<(byte[] Key, byte[]? Row)> Entries(Change change)
    {
        yield return (RowKey.Of(change.Collection, change.Id), change.Row);
        foreach (var index in RowIndex.Of(change.Collection))
        {
            var entry = change.Row is { } row ? index.Entry(change.Id, row) : null;
            if (index.Moves && Find(stack.All, RowKey.Of(change.Collection, change.Id)) is { } before && index.Entry(change.Id, before) is { } former && !former.AsSpan().SequenceEqual(entry))
                yield return (former, null);
            if (entry is not null)
                yield return (entry, []);
        }
    }

    List<(byte[] Key, byte[] Row)> Between(byte[] from, byte[] until, byte[]? owner, int most) => stack.Read(runs =>
    {
        var all = new MergedCursor([.. runs.Where(run => owner is null || run.MayHave(owner)).Select(run => new RunCursor(run).From(from))]);
        List<(byte[], byte[])> found = [];
        while (found.Count < most && all.MoveOn() && all.Current.Key.SequenceCompareTo(until) < 0)
            if (!all.Current.IsDeletion)
                found.Add((all.Current.Key.ToArray(), all.Current.Row.ToArray()));
        return found;
    });

    static byte[]? Find(IReadOnlyList<Run> runs, byte[] key)
    {
        foreach (var run in runs)
            if (run.TryFind(key, out var row))
                return row;
        return null;
    }

    static byte[] Above(byte[] key) => [.. key, 0];
}
