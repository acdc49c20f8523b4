using RbcBot.Core.Applications;
using RbcBot.Core.Conversations;
using RbcBot.Core.Feedback;
using RbcBot.Core.Interviews;
using RbcBot.Core.Lessons;
using Stateless;

namespace RbcBot.Tests.Core.Conversations;

public sealed class TransitionsTests
{
    [Fact]
    public void They_are_the_machine()
    {
        AreOf<TalkState, TalkTrigger>(TalkMachine.Of);
        AreOf<FormState, FormTrigger>(InterviewFlow.Machine);
        AreOf<FormState, FormTrigger>(ApplicationFlow.Machine);
        AreOf<FormState, FormTrigger>(FeedbackFlow.Machine);
        AreOf<LessonState, LessonTrigger>(LessonMachine.Of);
    }

    static void AreOf<TState, TTrigger>(Func<TState, StateMachine<TState, TTrigger>> machine)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var transitions = new Transitions<TState, TTrigger>(machine);
        foreach (var state in Enum.GetValues<TState>())
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                var (own, its) = (machine(state), Record.Exception(() => transitions.After(state, trigger)));
                Assert.Equal(own.CanFire(trigger), transitions.Can(state, trigger));
                Assert.Equal(Record.Exception(() => own.Fire(trigger))?.Message, its?.Message);
                if (its is null)
                    Assert.Equal(own.State, transitions.After(state, trigger));
            }
    }
}
