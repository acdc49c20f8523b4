using System.Net;
using RbcBot.Bot.Guarding;

namespace RbcBot.Tests.Bot.Guarding;

public sealed class AddressLimitTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", false)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", false)]
    [InlineData("203.0.113.9", "203.0.113.10", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    public void Whoever_has_many_addresses_counts_once(string first, string second, bool isAllowed)
    {
        using var limit = new AddressLimit(perSecond: 1, burst: 1);
        Assert.True(limit.Allows(IPAddress.Parse(first)));
        Assert.Equal(isAllowed, limit.Allows(IPAddress.Parse(second)));
    }
}
