using Stateless;

namespace RbcBot.Core.Conversations;

/// <summary>Where a session that carries a form stands.</summary>
public enum FormState { Offered, Consenting, Asking, Reviewing, Paused, Submitted, Declined, Withdrawn }

/// <summary>What moves a session that carries a form.</summary>
public enum FormTrigger { Opened, Agreed, Refused, Answered, ReachedEnd, Corrected, Confirmed, Left, Resumed, Withdrew }

/// <summary>What makes one kind of form session differ from another.</summary>
/// <param name="Flow">The flow's word, also the prefix of its text keys: flow.consent, flow.thanks …</param>
/// <param name="Machine">Its machine at a state.</param>
/// <param name="Closing">What is said after submission, beyond thanks; null when nothing is.</param>
public sealed record FormLife(
    string Flow,
    Func<FormState, StateMachine<FormState, FormTrigger>> Machine,
    Action<Scene>? Closing = null)
{
    readonly Transitions<FormState, FormTrigger> transitions = new(Machine);

    public static FormState State(Session session) => Enum.Parse<FormState>(session.State);

    public bool Can(Session session, FormTrigger trigger) => transitions.Can(State(session), trigger);

    /// <summary>The session after the trigger, touched now.</summary>
    public Session Fire(Scene scene, FormTrigger trigger)
    {
        var before = scene.Session;
        var session = before with { State = transitions.After(State(before), trigger).ToString(), Touched = scene.Now };
        scene.Keep(session);
        return session;
    }
}
