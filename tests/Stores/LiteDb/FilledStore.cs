using LiteDB;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>A store with some rows of each kind that lies in runs, in several runs.</summary>
static class FilledStore
{
    /// <summary>How often rows are written.</summary>
    public const int Rows = 60;

    const int Moves = 6;

    /// <summary>Fills a disk; tells all that is found.</summary>
    public static async Task<List<string>> FillAsync(CutDisk disk, bool hasBase)
    {
        using var store = Open(disk);
        for (var row = 0; row < Rows; row++)
        {
            await store.WriteAsync(draft =>
            {
                draft.Put(LiteDbSchema.Rounds, new BsonDocument { ["_id"] = $"round{row}", ["is"] = "round" });
                draft.Insert(LiteDbSchema.Outbox, new BsonDocument { ["_id"] = StoredKeys.Numbered($"key{row % 7}", row), ["message"] = $"text {row}" });
                draft.Put(LiteDbSchema.Sessions, new BsonDocument { ["_id"] = StoredKeys.Numbered($"person{row % 5}", 0), ["subject"] = $"round{row % 3}", ["flow"] = "interview", ["is"] = $"{row}" });
                draft.Put(LiteDbSchema.Reminders, new BsonDocument { ["_id"] = $"person{row % 5}/again", ["person"] = $"person{row % 5}", ["due"] = (long)row });
            }, CancellationToken.None);
            if (row % (Rows / Moves) == 0)
                store.Tick();
            if (!hasBase || row != Rows / 2)
                continue;
            store.EndSegment(); // so that a later base lets go of what is before this one
            store.MakeBase();
        }
        return All(store);
    }

    /// <summary>All that a store on the disk finds.</summary>
    public static List<string> All(CutDisk disk)
    {
        using var store = Open(disk);
        return All(store);
    }

    // All that is found, in every way that it is found.
    static List<string> All(LiteDbStore store) =>
    [
        .. LiteDbSchema.Collections.Where(collection => collection != LiteDbSchema.Commits).SelectMany(collection => store.All(collection).Select(row => $"{collection} {row}")).Order(StringComparer.Ordinal),
        .. Enumerable.Range(0, 3).SelectMany(round => store.Rows.By(LiteDbSchema.Sessions, "subject", $"round{round}")).Select(row => $"by subject {row}").Order(StringComparer.Ordinal),
        .. store.Rows.UpTo(LiteDbSchema.Reminders, "due", Rows - 2, Rows).Select(row => $"due {row}"),
        .. store.Range(LiteDbSchema.Outbox, "key1", 0, Rows).Select(row => $"in order {row}"),
    ];

    public static LiteDbStore Open(CutDisk disk) => new(null, disk, new StorageOptions(LeastFreeMegabytes: 0), new FakeTimeProvider(Sample.Noon), isStepped: true, Sample.Vault);
}
