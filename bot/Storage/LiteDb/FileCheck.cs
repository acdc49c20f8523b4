using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reads once after the start what was on disk then, a piece at a time: LiteDB's collections, then the blocks of the runs.</summary>
sealed class FileCheck(RowFiles files)
{
    const int BlocksAtATime = 8_000;

    readonly Queue<string> collections = new(LiteDbSchema.InFile);
    readonly Queue<(Run Run, int First)> runs = new(files.Runs.Stack.All.Select(run => (run, 0)));
    byte[] buffer = [];

    /// <summary>Reads the next piece; tells what is wrong with it, null when nothing is, or nothing is left.</summary>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public string? Next()
    {
        if (collections.TryDequeue(out var collection))
            return files.File.Read(engine => LiteDbCheck.Of(engine, collection));
        // One that has become part of another has been read by whoever made that.
        return runs.TryDequeue(out var next) && files.Runs.Stack.All.Contains(next.Run) ? Read(next.Run, next.First) : null;
    }

    string? Read(Run run, int first)
    {
        var end = Math.Min(run.Blocks, first + BlocksAtATime);
        try
        {
            for (var block = first; block < end; block++)
                run.Read(block, ref buffer);
        }
        catch (RunDamagedException damage)
        {
            return damage.Message;
        }
        if (end < run.Blocks)
            runs.Enqueue((run, end));
        return null;
    }
}
