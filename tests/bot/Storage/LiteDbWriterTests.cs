using LiteDB;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Bot.Storage;

public sealed class LiteDbWriterTests : IDisposable
{
    const string Rows = LiteDbSchema.Rounds;

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-writer-").FullName;
    LiteDbStore store;

    public LiteDbWriterTests() => store = new LiteDbStore(new StorageOptions(folder));

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Write_that_throws_fails_alone()
    {
        var good = Enumerable.Range(0, 20).Select(number => PutAsync($"row{number}")).ToList();
        var bad = store.WriteAsync(_ => throw new FormatException("poison"), default);
        good.AddRange(Enumerable.Range(20, 20).Select(number => PutAsync($"row{number}")));
        await Assert.ThrowsAsync<FormatException>(() => bad);
        await Task.WhenAll(good);
        Assert.Equal(40, store.All(Rows).Count);
    }

    [Fact]
    public async Task Half_a_write_is_no_write()
    {
        await Assert.ThrowsAsync<FormatException>(() => store.WriteAsync(
            draft =>
            {
                draft.Put(Rows, new BsonDocument { ["_id"] = "half" });
                throw new FormatException("poison");
            },
            default));
        Assert.Empty(store.All(Rows));
    }

    [Fact]
    public async Task Closing_the_store_finishes_what_has_queued_up()
    {
        var queued = Enumerable.Range(0, 200).Select(number => PutAsync($"row{number}")).ToList();
        store.Dispose();
        await Task.WhenAll(queued);
        store = new LiteDbStore(new StorageOptions(folder));
        Assert.Equal(200, store.All(Rows).Count);
    }

    Task PutAsync(string id) => store.WriteAsync(draft => draft.Put(Rows, new BsonDocument { ["_id"] = id }), default);
}
