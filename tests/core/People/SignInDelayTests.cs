using RbcBot.Core.People;

namespace RbcBot.Tests.Core.People;

public sealed class SignInDelayTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly Account Aline = new(new AccountId("a"), "Aline", [Role.Coach], "", "", Noon);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(10, 32)]
    [InlineData(14, 512)]
    [InlineData(15, 900)]
    [InlineData(5000, 900)]
    public void Each_attempt_waits_twice_as_long_as_the_one_before_and_never_for_good(int attempts, int seconds)
    {
        var account = SignInDelay.Counted(Aline with { Attempts = attempts - 1 }, Noon);
        Assert.Equal((attempts, seconds), (account.Attempts, (int)((account.WaitUntil ?? Noon) - Noon).TotalSeconds));
    }

    [Fact]
    public void Who_comes_in_begins_anew() =>
        Assert.Equal((0, null), (SignInDelay.Passed(Aline with { Attempts = 9, WaitUntil = Noon }).Attempts, SignInDelay.Passed(Aline with { WaitUntil = Noon }).WaitUntil));

    [Fact]
    public void A_right_password_alone_forgets_no_attempt() =>
        Assert.Equal((9, null), (SignInDelay.Halfway(Aline with { Attempts = 9, WaitUntil = Noon }).Attempts, SignInDelay.Halfway(Aline with { WaitUntil = Noon }).WaitUntil));
}
