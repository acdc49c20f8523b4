using Stateless;

namespace RbcBot.Core.Conversations;

/// <summary>Where the talk with a person stands.</summary>
public enum TalkState { New, ChoosingLanguage, AtMenu, InSession }

/// <summary>What moves the talk.</summary>
public enum TalkTrigger { Greeted, AskedLanguage, ChoseLanguage, OpenedSession, LeftSession }

/// <summary>The talk around all sessions, as a machine.</summary>
public static class TalkMachine
{
    static readonly Transitions<TalkState, TalkTrigger> Transitions = new(Of);

    public static StateMachine<TalkState, TalkTrigger> Of(TalkState state)
    {
        var machine = new StateMachine<TalkState, TalkTrigger>(state);
        machine.Configure(TalkState.New)
            .Permit(TalkTrigger.Greeted, TalkState.ChoosingLanguage);
        machine.Configure(TalkState.ChoosingLanguage)
            .Permit(TalkTrigger.ChoseLanguage, TalkState.AtMenu)
            .PermitReentry(TalkTrigger.AskedLanguage);
        machine.Configure(TalkState.AtMenu)
            .Permit(TalkTrigger.AskedLanguage, TalkState.ChoosingLanguage)
            .Permit(TalkTrigger.OpenedSession, TalkState.InSession)
            .PermitReentry(TalkTrigger.LeftSession);
        machine.Configure(TalkState.InSession)
            .Permit(TalkTrigger.AskedLanguage, TalkState.ChoosingLanguage)
            .PermitReentry(TalkTrigger.OpenedSession)
            .Permit(TalkTrigger.LeftSession, TalkState.AtMenu);
        return machine;
    }

    /// <summary>The conversation after the trigger.</summary>
    /// <exception cref="InvalidOperationException">The state does not permit it: a programmer's mistake.</exception>
    public static Conversation Fire(Conversation conversation, TalkTrigger trigger) =>
        conversation with { State = Transitions.After(State(conversation), trigger).ToString() };

    public static TalkState State(Conversation conversation) => Enum.Parse<TalkState>(conversation.State);
}
