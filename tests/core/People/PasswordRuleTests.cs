using RbcBot.Core.People;

namespace RbcBot.Tests.Core.People;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("a calm long sentence")]
    [InlineData("inka zirisha ku musozi")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("trois chèvres au marché")]
    [InlineData("xk7#Qm2!vbT9")]
    public void A_sentence_of_ones_own_will_do(string password) => Assert.Null(PasswordRule.Complaint(password, "Claire"));

    [Theory]
    [InlineData("elevenchars", "console.password.short")]
    [InlineData("passwordpassword", "console.password.common")]
    [InlineData("password1234", "console.password.common")]
    [InlineData("P@ssword2026", "console.password.common")]
    [InlineData("qwertyuiop12", "console.password.common")]
    [InlineData("azertyuiop123", "console.password.common")]
    [InlineData("123456789012", "console.password.common")]
    [InlineData("aaaaaaaaaaaaaaa", "console.password.common")]
    [InlineData("abcabcabcabc", "console.password.common")]
    [InlineData("1q2w3e4r5t6y", "console.password.common")]
    [InlineData("sonyericsson", "console.password.common")]
    [InlineData("RbcBot-Rwanda-2026", "console.password.common")]
    [InlineData("EUDiF2026EUDiF", "console.password.common")]
    [InlineData("rwandabiomedicalcentre", "console.password.common")]
    [InlineData("iloveyou iloveyou", "console.password.common")]
    [InlineData("my name is Cláire now", "console.password.name")]
    public void What_is_tried_first_will_not(string password, string complaint) => Assert.Equal(complaint, PasswordRule.Complaint(password, "claire"));

    [Fact]
    public void Sixty_four_characters_and_more_are_welcome_and_a_book_is_not()
    {
        Assert.Null(PasswordRule.Complaint(string.Concat(Enumerable.Repeat("inka zirisha ", 10)), "Claire"));
        Assert.Equal("console.password.long", PasswordRule.Complaint(string.Concat(Enumerable.Repeat("inka zirisha ", 20)), "Claire"));
    }
}
