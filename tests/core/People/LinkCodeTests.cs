using CsCheck;
using RbcBot.Core.People;

namespace RbcBot.Tests.Core.People;

public sealed class LinkCodeTests
{
    [Fact]
    public void A_code_is_read_as_it_was_shown_and_as_people_write_it() => Gen.Byte.Array[LinkCode.ChanceBytes].Sample(chance =>
    {
        var code = LinkCode.Of(chance);
        Assert.Equal(code, LinkCode.Read(code));
        Assert.Equal(code, LinkCode.Read(" " + code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l') + " "));
    });

    [Theory]
    [InlineData("Patience")]
    [InlineData("0788123456")]
    [InlineData("78812345")]
    [InlineData("2024-05-12")]
    [InlineData("7KQ2-M4X")]
    [InlineData("7KQ2-M4XPQ")]
    [InlineData("7UQ2-M4XP")]
    [InlineData("")]
    public void What_people_answer_is_no_code(string words) => Assert.Null(LinkCode.Read(words));

    [Fact]
    public void What_is_kept_does_not_show_the_code()
    {
        Assert.Equal(LinkCode.Hash("7KQ2-M4XP"), LinkCode.Hash("7KQ2-M4XP"));
        Assert.NotEqual(LinkCode.Hash("7KQ2-M4XP"), LinkCode.Hash("7KQ2-M4XQ"));
        Assert.DoesNotContain("7KQ2", LinkCode.Hash("7KQ2-M4XP"), StringComparison.OrdinalIgnoreCase);
    }
}
