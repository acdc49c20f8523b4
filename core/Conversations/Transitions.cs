using Stateless;

namespace RbcBot.Core.Conversations;

/// <summary>What a machine without guards permits, asked of it once: to build one anew at each turn costs more than to take an answer.</summary>
/// <param name="machine">The machine at a state: the one definition of its steps.</param>
public sealed class Transitions<TState, TTrigger>(Func<TState, StateMachine<TState, TTrigger>> machine)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    readonly Dictionary<(TState, TTrigger), TState> permitted =
        (from state in Enum.GetValues<TState>()
         from trigger in Enum.GetValues<TTrigger>()
         where machine(state).CanFire(trigger)
         select (state, trigger)).ToDictionary(step => step, step => Fired(machine(step.state), step.trigger));

    public bool Can(TState state, TTrigger trigger) => permitted.ContainsKey((state, trigger));

    /// <summary>The state after the trigger.</summary>
    /// <exception cref="InvalidOperationException">The state does not permit it: a programmer's mistake.</exception>
    public TState After(TState state, TTrigger trigger) =>
        permitted.TryGetValue((state, trigger), out var after) ? after : Fired(machine(state), trigger); // the machine says what is wrong

    static TState Fired(StateMachine<TState, TTrigger> machine, TTrigger trigger)
    {
        machine.Fire(trigger);
        return machine.State;
    }
}
