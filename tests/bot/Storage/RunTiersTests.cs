using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Tests.Bot.Storage;

public sealed class RunTiersTests
{
    const long Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(new long[] { }, -1, 0)]
    [InlineData(new long[] { 1, 1, 1 }, -1, 0)]
    [InlineData(new long[] { 1, 1, 1, 1 }, 0, 4)]
    [InlineData(new long[] { 1, 2, 3, 4, 100 }, 0, 4)]
    [InlineData(new long[] { 1, 10, 10, 10, 10 }, 1, 4)]
    [InlineData(new long[] { 10, 1, 10, 1, 100 }, 0, 4)]
    [InlineData(new long[] { 1, 10, 100, 1000 }, -1, 0)]
    public void Four_of_about_the_same_size_become_one(long[] megabytes, int first, int count)
    {
        var due = RunTiers.Due([.. megabytes.Select(one => one * Megabyte)]);
        Assert.Equal((first, count), due ?? (-1, 0));
    }

    [Fact]
    public void However_many_are_added_few_are_left_and_a_byte_is_written_few_times()
    {
        List<long> runs = [];
        var written = 0L;
        for (var added = 0; added < 1000; added++)
        {
            runs.Insert(0, 8 * Megabyte);
            while (RunTiers.Due(runs) is var (first, count))
            {
                var sum = runs.Skip(first).Take(count).Sum();
                written += sum;
                runs.RemoveRange(first, count);
                runs.Insert(first, sum);
            }
            Assert.InRange(runs.Count, 1, 20);
        }
        Assert.InRange(written / (double)runs.Sum(), 1, 6);
    }
}
