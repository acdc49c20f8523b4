using RbcBot.Admin.SignIn;

namespace RbcBot.Tests.Admin.SignIn;

public sealed class LookupNamesTests
{
    [Theory]
    [InlineData("Claire", "CLAIRE")]
    [InlineData("Cla\uFFFEire", "CLAIRE")]
    [InlineData("e\u0301lise", "\u00C9LISE")]
    [InlineData(null, null)]
    public void Whatever_is_typed_is_a_name_to_look_for(string? typed, string? name) => Assert.Equal(name, new LookupNames().NormalizeName(typed));

    [Fact]
    public void Half_a_letter_is_no_letter() => Assert.Equal("AB", new LookupNames().NormalizeName("a" + (char)0xD800 + "b"));
}
