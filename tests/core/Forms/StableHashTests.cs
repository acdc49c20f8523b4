using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Values published with FNV-1a: buttons and orders that people hold must mean tomorrow what they mean today.</summary>
public sealed class StableHashTests
{
    [Theory]
    [InlineData("", 0xcbf29ce484222325UL)]
    [InlineData("a", 0xaf63dc4c8601ec8cUL)]
    [InlineData("foobar", 0x85944171f73967e8UL)]
    public void The_hash_is_FNV_1a(string words, ulong hash)
    {
        Assert.Equal(hash, StableHash.Of(words));
        Assert.Equal(hash, StableHash.Of(System.Text.Encoding.UTF8.GetBytes(words)));
    }

    [Fact]
    public void A_seed_tells_apart_what_has_the_same_words() => Assert.NotEqual(StableHash.Of("/data/s", 1), StableHash.Of("/data/s", 2));
}
