using RbcBot.Bot.Outbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Bot.Outbox;

public sealed class RetryScheduleTests
{
    static readonly DateTimeOffset Now = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0.0, 2.0)]
    [InlineData(0, 1.0, 2.5)]
    [InlineData(1, 0.0, 4.0)]
    [InlineData(2, 0.0, 8.0)]
    [InlineData(3, 0.5, 18.0)]
    [InlineData(4, 0.0, 32.0)]
    public void Failed_message_goes_again_after_twice_the_time(int tries, double chance, double seconds) =>
        Assert.Equal(Now.AddSeconds(seconds), RetrySchedule.After(new Failed("500", false), tries, Now, chance).RetryAt);

    [Fact]
    public void Sixth_failure_is_the_last() =>
        Assert.Equal(new Mark(SendState.Failed, "", "500") { Class = FailureClass.Exhausted }, RetrySchedule.After(new Failed("500", false), 5, Now, 0));

    [Fact]
    public void Throttled_message_waits_as_long_as_the_channel_says() =>
        Assert.Equal(Now.AddSeconds(37), RetrySchedule.After(new Throttled(TimeSpan.FromSeconds(37)), 50, Now, 1).RetryAt);

    [Fact]
    public void Being_throttled_uses_up_no_try() =>
        Assert.False(RetrySchedule.After(new Throttled(TimeSpan.FromSeconds(1)), 0, Now, 0).IsTry);

    [Fact]
    public void Permanent_failure_is_not_tried_again() =>
        Assert.Equal(SendState.Failed, RetrySchedule.After(new Failed("chat not found", true), 0, Now, 0).State);

    [Fact]
    public void Sent_message_keeps_the_channel_s_id() =>
        Assert.Equal(new Mark(SendState.Sent, "m7"), RetrySchedule.After(new Sent("m7"), 0, Now, 0));

    [Fact]
    public void Blocked_message_is_not_tried_again() =>
        Assert.Equal(new Mark(SendState.Blocked, "", "403") { Class = FailureClass.OptedOut }, RetrySchedule.After(new Blocked("403"), 0, Now, 0));

    [Fact]
    public void Message_of_unknown_fate_is_not_sent_blindly() =>
        Assert.Equal(new Mark(SendState.Unknown, "", "time-out") { Class = FailureClass.Unknown }, RetrySchedule.After(new Unknown("time-out"), 0, Now, 0));

    [Fact]
    public void Message_outside_the_window_is_held() =>
        Assert.Equal(new Mark(SendState.Held, "", "63016") { Class = FailureClass.Template }, RetrySchedule.After(new WindowClosed("63016"), 0, Now, 0));

    [Fact]
    public void Each_failure_has_its_class() => Assert.Equal(
        [FailureClass.Later, FailureClass.Later, FailureClass.Template, FailureClass.Address, FailureClass.OptedOut, FailureClass.Alert, FailureClass.Never, FailureClass.Unknown],
        new Delivery[]
        {
            new Throttled(TimeSpan.Zero), new Failed("503", false), new WindowClosed("63016"), new Failed("21211", true) { IsAddress = true },
            new Blocked("21610"), new Failed("63007", true) { IsOurs = true }, new Failed("too long", true), new Unknown("time-out"),
        }.Select(FailureClasses.Of));
}
