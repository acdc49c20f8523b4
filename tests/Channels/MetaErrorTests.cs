using System.Net;
using System.Text.Json;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class MetaErrorTests
{
    [Fact]
    public void A_closed_window_is_told() => Assert.IsType<WindowClosed>(Of(131047));

    [Theory]
    [InlineData(4, 5)]
    [InlineData(80007, 5)]
    [InlineData(130429, 5)]
    [InlineData(131056, 6)]
    [InlineData(131048, 600)]
    public void Too_fast_waits(int code, int seconds) => Assert.Equal(
        new Throttled(TimeSpan.FromSeconds(seconds)) { IsForAll = code is not (131056 or 131048) }, Of(code));

    [Fact]
    public void Too_fast_waits_as_long_as_it_is_told() =>
        Assert.Equal(new Throttled(TimeSpan.FromSeconds(17)) { IsForAll = true }, MetaDelivery.Of(Answer(130429, 400) with { RetryAfter = TimeSpan.FromSeconds(17) }));

    [Theory]
    [InlineData(131026)]
    [InlineData(131030)]
    public void Where_nobody_can_be_reached_is_told(int code) => Assert.Equal(FailureClass.Address, FailureClasses.Of(Of(code)));

    [Theory]
    [InlineData(132000, true)]
    [InlineData(132001, true)]
    [InlineData(132015, true)]
    [InlineData(190, false)]
    [InlineData(10, false)]
    [InlineData(200, false)]
    [InlineData(299, false)]
    [InlineData(131031, false)]
    [InlineData(131042, false)]
    [InlineData(133010, false)]
    public void What_an_operator_mends_is_ours(int code, bool isPermanent) =>
        Assert.Equal((isPermanent, true), Assert.IsType<Failed>(Of(code)) is var failed ? (failed.IsPermanent, failed.IsOurs) : default);

    [Theory]
    [InlineData(131049, 400, true)]
    [InlineData(131050, 400, true)]
    [InlineData(131009, 400, true)]
    [InlineData(100, 400, true)]
    [InlineData(131000, 500, false)]
    [InlineData(131016, 503, false)]
    [InlineData(999999, 500, false)]
    [InlineData(999999, 400, true)]
    public void The_rest_passes_or_does_not(int code, int status, bool isPermanent) =>
        Assert.Equal((isPermanent, false), Assert.IsType<Failed>(Of(code, status)) is var failed ? (failed.IsPermanent, failed.IsOurs) : default);

    [Fact]
    public void An_unknown_code_with_the_status_of_haste_waits() => Assert.IsType<Throttled>(Of(999999, 429));

    [Fact]
    public void A_number_that_is_not_there_for_us_is_ours_to_mend()
    {
        var error = new FakeMetaFault(400, 100, "Unsupported post request", Subcode: 33);
        Assert.True(Assert.IsType<Failed>(MetaDelivery.Of(Answer(error))).IsOurs);
    }

    [Theory]
    [InlineData(429, typeof(Throttled))]
    [InlineData(502, typeof(Unknown))]
    [InlineData(500, typeof(Unknown))]
    [InlineData(503, typeof(Failed))]
    [InlineData(401, typeof(Failed))]
    [InlineData(200, typeof(Unknown))]
    public void A_page_instead_of_an_answer_means_its_status(int status, Type delivery) =>
        Assert.IsType(delivery, MetaDelivery.Of(new MetaAnswer((HttpStatusCode)status, null, null)));

    [Fact]
    public void The_reason_has_the_code() => Assert.StartsWith("131026 ", Assert.IsType<Failed>(Of(131026)).Reason, StringComparison.Ordinal);

    static Delivery Of(int code, int status = 400) => MetaDelivery.Of(Answer(code, status));

    static MetaAnswer Answer(int code, int status) => Answer(FakeMetaFault.Of(code, status));

    static MetaAnswer Answer(FakeMetaFault fault) =>
        new((HttpStatusCode)fault.Status, JsonElement.Parse(FakeMetaSpecification.Refused(fault).ToJsonString()), null);
}
