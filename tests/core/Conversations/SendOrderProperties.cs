using CsCheck;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Core.Conversations;

public sealed class SendOrderProperties
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly Gen<SendState> States = Gen.Enum<SendState>();
    static readonly Gen<DeliveryStage> Stages = Gen.Enum<DeliveryStage>();

    [Fact]
    public void Whatever_the_order_and_number_of_reports_the_same_comes_out() =>
        Gen.Select(States, Stages.Array[0, 12], Gen.Int).Sample((from, stages, seed) =>
        {
            var shuffled = stages.Concat(stages.Take(seed & 3)).ToArray();
            new Random(seed).Shuffle(shuffled);
            return After(from, stages).State == After(from, shuffled).State;
        });

    [Fact]
    public void No_report_takes_anything_back() => Gen.Select(States, Stages.Array[1, 12]).Sample((from, stages) =>
    {
        var states = Steps(from, stages).ToList();
        return states.Zip(states.Skip(1)).All(step => !SendOrder.IsBeyond(step.First, step.Second));
    });

    [Fact]
    public void Every_state_has_its_place() => Gen.Select(States, States).Sample((one, other) =>
        one == other ? !SendOrder.IsBeyond(one, other) : SendOrder.IsBeyond(one, other) != SendOrder.IsBeyond(other, one));

    [Fact]
    public void Log_of_a_message_stays_short() => Stages.Array[0, 40].Sample(stages =>
        After(SendState.Pending, stages).Attempts.Count <= SendAttempt.Most);

    static Sending After(SendState from, IEnumerable<DeliveryStage> stages) => stages.Aggregate(
        new Sending("a/1", new Address("whatsapp", "a"), 1, new Outbound("Muraho"), from, 1, Noon, "m1"),
        (sending, stage) => Reported.On(sending, new DeliveryReport("whatsapp", "m1", stage, "", Noon)));

    static IEnumerable<SendState> Steps(SendState from, DeliveryStage[] stages)
    {
        yield return from;
        foreach (var stage in stages)
            yield return from = SendOrder.Further(from, SendOrder.Of(stage));
    }
}
