using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>One conversation becomes two again: each has what it brought, with all that was added to it since.</summary>
static class Parting
{
    /// <summary>Gives back to the other lane what it brought; nothing happens when that is not here (any more).</summary>
    public static void Take(Scene scene, PersonId other, JoinedBy by)
    {
        var before = scene.Conversation;
        if (before.Joined.LastOrDefault(joined => joined.Person == other) is not { } joined)
            return;
        scene.Note(new PersonParted(before.Person, scene.Now, other, by));
        scene.Conversation = Without(before, joined);
        var given = new Between(BetweenKind.Return, before.Person) { Brought = Returned(before, joined), By = by };
        scene.Post(Post.Of(other, before.Address, given, scene.Now));
    }

    /// <summary>The lane has its own again and passes on no more.</summary>
    public static void Return(Scene scene, Between between)
    {
        var (desk, back) = (scene.Conversation, between.Brought ?? throw new InvalidOperationException("Nothing was given back."));
        // Who writes from the address may have changed meanwhile: that was always this lane's own.
        scene.Conversation = back with { Speaker = desk.Speaker, Strangers = desk.Strangers, Shared = desk.Shared };
    }

    // Numbered on, so that no token of the time together is given again.
    static Conversation Returned(Conversation keeper, Joined joined) => joined.Before with
    {
        Sessions = [.. keeper.Sessions.Where(session => joined.Sessions.Contains(session.Id)).Select(session => session with { Person = joined.Person })],
        Asks = keeper.Asks,
        StandsFor = null,
    };

    static Conversation Without(Conversation keeper, Joined joined)
    {
        HashSet<Address> gone = [joined.Before.Address, .. joined.Before.Reaches.Select(reach => reach.Address)];
        List<Reach> left = [.. keeper.Reaches.Where(reach => reach.Via is null || !gone.Contains(reach.Address))];
        var isFrontGone = keeper.Front is { } front && joined.Sessions.Contains(front);
        return keeper with
        {
            State = isFrontGone && TalkMachine.State(keeper) == TalkState.InSession ? nameof(TalkState.AtMenu) : keeper.State,
            Front = isFrontGone ? null : keeper.Front,
            Sessions = [.. keeper.Sessions.Where(session => !joined.Sessions.Contains(session.Id))],
            Consents = [.. keeper.Consents.Except(joined.Before.Consents)],
            Reaches = left,
            Address = gone.Contains(keeper.Address) && left.Count > 0 ? left[^1].Address : keeper.Address,
            Joined = [.. keeper.Joined.Where(other => other != joined)],
        };
    }
}
