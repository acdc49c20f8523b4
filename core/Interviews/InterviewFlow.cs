using RbcBot.Core.Conversations;
using Stateless;

namespace RbcBot.Core.Interviews;

/// <summary>A remote interview of the needs assessment: consent, questions in sittings, review, thanks; it can be taken back before the end.</summary>
public static class InterviewFlow
{
    public static FormLife Life { get; } = new("interview", Machine);

    /// <summary>The interview's steps; drawn into docs/flows/interview.mmd.</summary>
    public static StateMachine<FormState, FormTrigger> Machine(FormState state) => FormMachine.Withdrawable(state);
}
