using RbcBot.Core.Conversations;
using Stateless;

namespace RbcBot.Core.Applications;

/// <summary>An application for a place: as an interview, and still open to be taken back after it was sent.</summary>
public static class ApplicationFlow
{
    public static FormLife Life { get; } = new("application", Machine);

    /// <summary>The application's steps; drawn into docs/flows/application.mmd.</summary>
    public static StateMachine<FormState, FormTrigger> Machine(FormState state)
    {
        var machine = FormMachine.Withdrawable(state);
        machine.Configure(FormState.Submitted).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        return machine;
    }
}
