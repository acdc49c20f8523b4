using LiteDB;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>Readers beside the keeper, on a file that is larger than LiteDB's page cache.</summary>
public sealed class SharedEngineTests : IDisposable
{
    const int Rows = 40_000, Readers = 8;

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-engine-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Reads_and_moves_meet_and_none_fails()
    {
        using var file = new LiteDbFile(new FolderDisk(folder));
        file.Commit(engine => engine.Insert(LiteDbSchema.Rounds, Enumerable.Range(0, Rows).Select(Row)), 1);
        file.Checkpoint();
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var readers = Enumerable.Range(0, Readers).Select(seed => Task.Factory.StartNew(
            () => ReadOn(file, new Random(seed), over.Token), over.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        var moves = MoveOn(file, over.Token);
        var reads = (await Task.WhenAll(readers)).Sum();
        Assert.True(moves > 3 && reads > 100, $"{moves} moves, {reads} reads");
    }

    static int ReadOn(LiteDbFile file, Random chance, CancellationToken over)
    {
        var reads = 0;
        for (; !over.IsCancellationRequested; reads++)
        {
            var id = Row(chance.Next(Rows))["_id"].AsString;
            Assert.Equal(id, file.Read(engine => engine.Find(LiteDbSchema.Rounds, id))?["_id"].AsString);
        }
        return reads;
    }

    static int MoveOn(LiteDbFile file, CancellationToken over)
    {
        var (moves, chance) = (0, new Random(Readers));
        for (; !over.IsCancellationRequested; moves++)
        {
            file.Commit(engine => engine.Put(LiteDbSchema.Rounds, Enumerable.Range(0, 300).Select(_ => Row(chance.Next(Rows)))), moves + 2);
            if (moves % 20 == 0)
                file.Checkpoint();
        }
        return moves;
    }

    static BsonDocument Row(int number) => new() { ["_id"] = Key(number), ["text"] = new string('x', 400) };

    static string Key(int number) => $"telegram:{number:D8}";
}
