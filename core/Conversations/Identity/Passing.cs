using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What comes to a lane whose person turned out to be another: it is passed on in the same order, and what is answered is carried back.</summary>
public static class Passing
{
    /// <summary>The turn that passes it on; null when it is for this lane itself.</summary>
    internal static Turn? Of(Conversation conversation, Inbound inbound)
    {
        if (conversation.StandsFor is not { } other || inbound.Said.Between is { Kind: BetweenKind.Carry })
            return null;
        var isSpoken = inbound.Said.Kind is not (SaidKind.Due or SaidKind.Lane);
        return new Turn(conversation, [], [], [])
        {
            Posts = [new Post(other, isSpoken ? inbound with { Via = inbound.Via ?? conversation.Person } : inbound)],
        };
    }

    /// <summary>The turn with its replies on the way to the lane that has the address.</summary>
    public static Turn Back(Turn turn, DateTimeOffset now)
    {
        var next = turn.Next;
        if (turn.Replies.Count == 0 || next.Reaches.FirstOrDefault(reach => reach.Address == next.Address)?.Via is not { } via || via == next.Person)
            return turn;
        return turn with { Replies = [], Posts = [.. turn.Posts, Carry(next.Person, via, next.Address, turn.Replies, now)] };
    }

    /// <summary>Messages for an address of another lane.</summary>
    internal static Post Carry(PersonId from, PersonId via, Address to, IReadOnlyList<Outbound> messages, DateTimeOffset now) =>
        new(via, new Inbound(to, "", Said.OfLane(new Between(BetweenKind.Carry, from) { Messages = messages }), now));
}
