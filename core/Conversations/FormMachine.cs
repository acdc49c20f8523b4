using Stateless;

namespace RbcBot.Core.Conversations;

/// <summary>The steps that every session with a form has in common; a flow adds its own.</summary>
public static class FormMachine
{
    public static StateMachine<FormState, FormTrigger> Of(FormState state)
    {
        var machine = new StateMachine<FormState, FormTrigger>(state);
        machine.Configure(FormState.Offered)
            .Permit(FormTrigger.Opened, FormState.Consenting);
        machine.Configure(FormState.Consenting)
            .Permit(FormTrigger.Agreed, FormState.Asking)
            .Permit(FormTrigger.Refused, FormState.Declined);
        machine.Configure(FormState.Asking)
            .PermitReentry(FormTrigger.Answered)
            .Permit(FormTrigger.ReachedEnd, FormState.Reviewing)
            .Permit(FormTrigger.Left, FormState.Paused);
        machine.Configure(FormState.Reviewing)
            .Permit(FormTrigger.Corrected, FormState.Asking)
            .Permit(FormTrigger.Confirmed, FormState.Submitted)
            .Permit(FormTrigger.Left, FormState.Paused);
        machine.Configure(FormState.Paused)
            .Permit(FormTrigger.Resumed, FormState.Asking);
        return machine;
    }

    /// <summary>The same, where the person may take the session back until it is over.</summary>
    public static StateMachine<FormState, FormTrigger> Withdrawable(FormState state)
    {
        var machine = Of(state);
        foreach (var open in new[] { FormState.Consenting, FormState.Asking, FormState.Reviewing, FormState.Paused })
            machine.Configure(open).Permit(FormTrigger.Withdrew, FormState.Withdrawn);
        return machine;
    }
}
