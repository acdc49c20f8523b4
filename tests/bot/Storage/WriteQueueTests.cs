using RbcBot.Bot.Storage;

namespace RbcBot.Tests.Bot.Storage;

public sealed class WriteQueueTests
{
    static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    readonly WriteQueue<string> queue = new(mostInGroup: 3);

    [Fact]
    public async Task What_can_wait_goes_with_the_next_that_cannot()
    {
        queue.Add("a mark", Ever);
        var taking = Task.Factory.StartNew(queue.Take, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        queue.Add("another", Ever);
        Assert.False(taking.IsCompleted);
        queue.Add("a turn", TimeSpan.Zero);
        Assert.Equal(["a mark", "another", "a turn"], await taking);
    }

    [Fact]
    public void What_can_wait_does_not_wait_for_ever()
    {
        queue.Add("a mark", TimeSpan.FromMilliseconds(5));
        Assert.Equal(["a mark"], queue.Take());
    }

    [Fact]
    public void Who_is_left_over_by_a_full_group_goes_at_once()
    {
        foreach (var one in new[] { "1", "2", "3", "4" })
            queue.Add(one, one == "1" ? TimeSpan.Zero : Ever);
        Assert.Equal(["1", "2", "3"], queue.Take());
        Assert.Equal(["4"], queue.Take());
    }

    [Fact]
    public void When_it_is_closed_nobody_waits()
    {
        queue.Add("a mark", Ever);
        queue.Close();
        Assert.Equal(["a mark"], queue.Take());
        Assert.Empty(queue.Take());
    }
}
