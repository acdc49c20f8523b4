using LiteDB;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Tests.Faults.Cuts;

public sealed class MoveCutTests
{
    const int Rows = 1200, KillsInSteps = 8;
    const long Last = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void File_says_that_a_record_is_in_it_only_when_all_of_it_is(int seed)
    {
        var generation = new Generation();
        generation.Take(Last, [.. Enumerable.Range(0, Rows).Select(row => new Change(LiteDbSchema.Place(LiteDbSchema.Rounds), $"r{row}", StoredRow.Of(new BsonDocument { ["_id"] = $"r{row}" }).Bytes))]);
        var (disk, chance, images) = (new CutDisk(), new Random(seed), new List<CutDisk>());
        using var file = new LiteDbFile(disk);
        disk.Happens = _ =>
        {
            if (chance.Next(KillsInSteps) == 0)
                images.Add(Killed(disk));
        };
        Moves.Write(file, generation);
        file.Checkpoint();
        var found = images.ConvertAll(Found);
        Assert.All(found, one => Assert.True(one.Applied < Last || one.Rows == Rows, $"It says {one.Applied} and has {one.Rows} rows."));
        Assert.Contains(found, one => one is { Applied: < Last, Rows: > 0 });
    }

    // What was written is there, flushed or not.
    static CutDisk Killed(CutDisk disk)
    {
        var image = new CutDisk();
        foreach (var name in disk.Names())
        {
            using var file = image.Open(name);
            file.Write(disk.Content(name), 0);
            file.Flush();
        }
        image.FlushNames();
        return image;
    }

    static (long Applied, int Rows) Found(CutDisk image)
    {
        using var file = new LiteDbFile(image);
        return (file.Applied, file.Read(engine => engine.All(LiteDbSchema.Rounds, new Query()).Count));
    }
}
