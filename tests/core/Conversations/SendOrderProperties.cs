using CsCheck;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Core.Conversations;

public sealed class SendOrderProperties
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly Gen<SendState> States = Gen.Enum<SendState>();
    static readonly Gen<DeliveryReport> Reports = Gen.Select(Gen.Enum<DeliveryStage>(), Gen.Enum<FailureClass>())
        .Select((stage, its) => new DeliveryReport("whatsapp", "m1", stage, "", Noon) { Class = stage == DeliveryStage.Failed ? its : FailureClass.None });

    [Fact]
    public void Whatever_the_order_and_number_of_reports_the_same_comes_out() =>
        Gen.Select(States, Reports.Array[0, 12], Gen.Int).Sample((from, reports, seed) =>
        {
            var shuffled = reports.Concat(reports.Take(seed & 3)).ToArray();
            new Random(seed).Shuffle(shuffled);
            return After(from, reports).State == After(from, shuffled).State;
        });

    [Fact]
    public void No_report_takes_anything_back() => Gen.Select(States, Reports.Array[1, 12]).Sample((from, reports) =>
    {
        var states = Steps(from, reports).ToList();
        return states.Zip(states.Skip(1)).All(step => !SendOrder.IsBeyond(step.First, step.Second));
    });

    [Fact]
    public void Every_state_has_its_place() => Gen.Select(States, States).Sample((one, other) =>
        one == other ? !SendOrder.IsBeyond(one, other) : SendOrder.IsBeyond(one, other) != SendOrder.IsBeyond(other, one));

    [Fact]
    public void Log_of_a_message_stays_short() => Reports.Array[0, 40].Sample(reports =>
        After(SendState.Pending, reports).Attempts.Count <= SendAttempt.Most);

    [Fact]
    public void A_closed_window_that_is_told_later_holds_what_was_sent_and_nothing_else()
    {
        var closed = new DeliveryReport("whatsapp", "m1", DeliveryStage.Failed, "131047", Noon) { Class = FailureClass.Template };
        Assert.Equal(
            [(SendState.Sent, SendState.Held), (SendState.Unknown, SendState.Held), (SendState.Delivered, SendState.Delivered), (SendState.Failed, SendState.Failed)],
            new[] { SendState.Sent, SendState.Unknown, SendState.Delivered, SendState.Failed }.Select(from => (from, After(from, [closed]).State)));
    }

    [Theory]
    [InlineData(FailureClass.OptedOut, SendState.Blocked, FailureClass.OptedOut)]
    [InlineData(FailureClass.Address, SendState.Failed, FailureClass.Address)]
    [InlineData(FailureClass.Alert, SendState.Failed, FailureClass.Alert)]
    [InlineData(FailureClass.Later, SendState.Failed, FailureClass.Exhausted)]
    [InlineData(FailureClass.None, SendState.Failed, FailureClass.Never)]
    public void A_failure_that_is_told_later_keeps_its_class(FailureClass told, SendState state, FailureClass its)
    {
        var sending = After(SendState.Sent, [new DeliveryReport("whatsapp", "m1", DeliveryStage.Failed, "code", Noon) { Class = told }]);
        Assert.Equal((state, its), (sending.State, sending.Class));
    }

    [Fact]
    public void A_message_that_is_set_on_its_way_anew_has_another_name_of_letters_for_any_address()
    {
        var sending = After(SendState.Unknown, []) with { Id = "a-b_c/0000000001", ChannelMessageId = "" };
        Assert.Equal("a-b_c.0000000001", sending.Reference);
        var again = NewBeginning.ByHand(sending, Noon);
        Assert.Equal($"a-b_c.0000000001.{Noon.UtcTicks}", again.Reference);
        Assert.False(Reported.Concerns(again, new DeliveryReport("whatsapp", "m1", DeliveryStage.Delivered, "", Noon) { Reference = sending.Reference }));
    }

    static Sending After(SendState from, IEnumerable<DeliveryReport> reports) => reports.Aggregate(
        new Sending("a/1", new Address("whatsapp", "a"), 1, new Outbound("Muraho"), from, 1, Noon, "m1"), Reported.On);

    static IEnumerable<SendState> Steps(SendState from, DeliveryReport[] reports)
    {
        yield return from;
        foreach (var report in reports)
            yield return from = SendOrder.Further(from, SendOrder.Of(report));
    }
}
