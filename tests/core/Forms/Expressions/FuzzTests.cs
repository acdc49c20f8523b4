using RbcBot.Core.Forms.Expressions;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class FuzzTests
{
    readonly ExpressionForm form = new();

    [Fact]
    public void Whatever_is_written_is_worked_out_or_refused()
    {
        var inputs = new ExpressionInputs(seed: 7);
        var read = Enumerable.Range(0, 4000).Count(_ => ExpressionTrial.Try(inputs.Next(), form.Context));
        Assert.InRange(read, 400, 3600);
    }

    [Fact]
    public void Conditions_that_multiply_are_given_up()
    {
        var hostile = Expression.Parse(string.Concat(Enumerable.Repeat("//*[", 9)) + "1" + new string(']', 9)).Expression!;
        Assert.Contains("too many rows", Assert.Throws<ExpressionException>(() => hostile.AsBoolean(form.Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_chain_that_can_be_read_can_be_worked_out() =>
        Assert.Equal(1501, Expression.Parse(string.Join('+', Enumerable.Repeat("1", 1501))).Expression!.AsNumber(form.Context));
}
