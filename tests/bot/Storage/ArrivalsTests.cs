using RbcBot.Bot.Storage;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Bot.Storage;

public sealed class ArrivalsTests
{
    readonly Arrivals arrivals = new();

    [Fact]
    public void Somebody_arrives_until_the_last_of_hers_has()
    {
        var (first, second) = (arrivals.Of(Sample.Web), arrivals.Of(Sample.Web));
        first.Dispose();
        Assert.True(arrivals.Any(Sample.Web));
        second.Dispose();
        Assert.False(arrivals.Any(Sample.Web));
    }

    [Fact]
    public void Nobody_else_arrives_with_her()
    {
        using var one = arrivals.Of(Sample.Web);
        Assert.False(arrivals.Any(Sample.Chat));
    }
}
