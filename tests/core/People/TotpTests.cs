using RbcBot.Core.People;

namespace RbcBot.Tests.Core.People;

/// <summary>RFC 6238, appendix B, its codes shortened to six digits; RFC 4648, section 10.</summary>
public sealed class TotpTests
{
    static readonly byte[] Secret = "12345678901234567890"u8.ToArray();
    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_is_good_for_its_step_and_the_one_on_either_side(int away, bool isGood) =>
        Assert.Equal(isGood, Totp.Read(Secret, Totp.Code(Secret, Totp.StepAt(Now) + away), 0, Now) is not null);

    [Fact]
    public void A_step_that_was_used_is_over_and_all_before_it()
    {
        var step = Totp.StepAt(Now);
        Assert.Null(Totp.Read(Secret, Totp.Code(Secret, step), step, Now));
        Assert.Null(Totp.Read(Secret, Totp.Code(Secret, step - 1), step, Now));
        Assert.Equal(step + 1, Totp.Read(Secret, Totp.Code(Secret, step + 1), step, Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504711")]
    [InlineData("٠٥٠٤٧١")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_none(string written) => Assert.Null(Totp.Read(Secret, written, 0, Now));

    [Fact]
    public void Spaces_do_not_matter() => Assert.NotNull(Totp.Read(Secret, " 050 471", 0, Now));

    [Theory]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("f", "MY")]
    public void A_secret_is_written_in_base_32(string secret, string written) => Assert.Equal(written, Totp.Written(System.Text.Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public void The_link_names_the_console_and_the_account() => Assert.Equal(
        "otpauth://totp/RbcBot:Aline%20M.?secret=MZXW6YTBOI&issuer=RbcBot", Totp.Link("RbcBot", "Aline M.", "foobar"u8));
}
