using System.Text;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Tests.Bot.Storage;

public sealed class RunFilterTests
{
    const int Owners = 20_000;

    [Fact]
    public void Whoever_is_in_it_is_never_denied()
    {
        var filter = Full();
        Assert.All(Enumerable.Range(0, Owners), owner => Assert.True(filter.MayHave(Key(owner))));
    }

    [Fact]
    public void Few_are_looked_for_in_vain()
    {
        var filter = RunFilter.Of(Full().Bytes);
        Assert.InRange(Enumerable.Range(Owners, Owners).Count(owner => filter.MayHave(Key(owner))), 1, Owners / 40);
    }

    [Fact]
    public void Filter_of_nobody_denies_everybody() => Assert.False(RunFilter.For(0).MayHave(Key(1)));

    static RunFilter Full()
    {
        var filter = RunFilter.For(Owners);
        for (var owner = 0; owner < Owners; owner++)
            filter.Add(Key(owner));
        return filter;
    }

    static byte[] Key(int owner) => Encoding.UTF8.GetBytes($"person{owner}");
}
