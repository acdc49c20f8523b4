using RbcBot.Core.Conversations;
using Stateless;

namespace RbcBot.Core.Interviews;

/// <summary>A remote interview of the needs assessment: consent, questions in sittings, review, thanks; it can be taken back before the end.</summary>
public static class InterviewFlow
{
    public static FormLife Life => new("interview", Machine);

    /// <summary>The interview's steps; drawn into docs/flows/interview.mmd.</summary>
    public static StateMachine<FormState, FormTrigger> Machine(FormState state)
    {
        var machine = FormMachine.Of(state);
        machine.Configure(FormState.Consenting).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        machine.Configure(FormState.Asking).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        machine.Configure(FormState.Reviewing).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        machine.Configure(FormState.Paused).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        return machine;
    }
}
