using LiteDB;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>Rows are found by id, by range and together, in whatever runs they lie and whatever came when.</summary>
public sealed class RunRowsTests : IDisposable
{
    static readonly StorageOptions Options = new(LeastFreeMegabytes: 0);
    static readonly string[] Keys = ["one", "two", "three"];

    readonly CutDisk disk = new();
    readonly Dictionary<string, string> expected = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> last = Keys.ToDictionary(key => key, _ => 0, StringComparer.Ordinal);
    LiteDbStore store;

    public RunRowsTests() => store = Open();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Rows_that_came_at_any_time_are_found_by_id_by_range_and_together(int seed)
    {
        var chance = new Random(seed);
        for (var deed = 0; deed < 400; deed++)
            await DoAsync(chance);
        Check();
        Reopen();
        Check();
    }

    async Task DoAsync(Random chance)
    {
        var key = Keys[chance.Next(Keys.Length)];
        switch (chance.Next(20))
        {
            case 0:
                store.Tick();
                break;
            case 1 when chance.Next(8) == 0:
                Reopen();
                break;
            case < 6 when last[key] > 0:
                await PutAsync(key, chance.Next(last[key]) + 1, Text(chance));
                break;
            case 6 when last[key] > 0:
                await DeleteAsync(key, chance.Next(last[key]) + 1);
                break;
            default:
                await InsertAsync(key, Text(chance));
                break;
        }
    }

    Task InsertAsync(string key, string text)
    {
        var row = Row(key, ++last[key], text);
        expected[row["_id"]] = text;
        return store.WriteAsync(draft => draft.Insert(LiteDbSchema.Outbox, row), CancellationToken.None);
    }

    Task PutAsync(string key, int number, string text)
    {
        var row = Row(key, number, text);
        expected[row["_id"]] = text;
        return store.WriteAsync(draft => draft.Put(LiteDbSchema.Outbox, row), CancellationToken.None);
    }

    Task DeleteAsync(string key, int number)
    {
        expected.Remove(StoredKeys.Numbered(key, number));
        return store.WriteAsync(draft => draft.Delete(LiteDbSchema.Outbox, StoredKeys.Numbered(key, number)), CancellationToken.None);
    }

    void Check()
    {
        Assert.Equal(Texts(expected.Keys, id => expected[id]), Texts(store.All(LiteDbSchema.Outbox)));
        foreach (var key in Keys)
        {
            for (var number = 1; number <= last[key] + 1; number++)
                Assert.Equal(expected.GetValueOrDefault(StoredKeys.Numbered(key, number)), store.Find(LiteDbSchema.Outbox, StoredKeys.Numbered(key, number))?["text"].AsString);
            var (from, to) = (last[key] / 3, last[key] / 2);
            Assert.Equal(
                Texts(Enumerable.Range(from, to - from + 1).Select(number => StoredKeys.Numbered(key, number)).Where(expected.ContainsKey), id => expected[id]),
                Texts(store.Range(LiteDbSchema.Outbox, key, from, to)));
        }
    }

    void Reopen()
    {
        store.Dispose();
        store = Open();
    }

    LiteDbStore Open() => new(null, disk, Options, new FakeTimeProvider(Sample.Noon), isStepped: true, Sample.Vault);

    static IEnumerable<string> Texts(IEnumerable<BsonDocument> rows) => rows.Select(row => $"{row["_id"].AsString} {row["text"].AsString}").Order(StringComparer.Ordinal);

    static IEnumerable<string> Texts(IEnumerable<string> ids, Func<string, string> text) => ids.Select(id => $"{id} {text(id)}").Order(StringComparer.Ordinal);

    // One in thirty is longer than the block that it lies in is meant to be.
    static string Text(Random chance) => $"{chance.Next()}{(chance.Next(30) == 0 ? new string('x', chance.Next(60_000)) : "")}";

    static BsonDocument Row(string key, int number, string text) => new() { ["_id"] = StoredKeys.Numbered(key, number), ["text"] = text };
}
