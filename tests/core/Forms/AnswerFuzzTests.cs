using RbcBot.Tests.Bench;

namespace RbcBot.Tests.Core.Forms;

public sealed class AnswerFuzzTests
{
    [Fact]
    public void What_anybody_may_write_throws_nothing_and_keeps_nobody_waiting() => Assert.Equal(0, FuzzAnswers.Run(inputs: 8_000));
}
