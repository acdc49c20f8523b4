using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What comes to a lane whose person turned out to be another: it is passed on in the same order, and what is answered is carried back.</summary>
public static class Passing
{
    /// <summary>Whether it is only passed on, so that nothing needs to be brought for it here.</summary>
    public static bool Passes(Conversation conversation, Inbound inbound) => Of(conversation, inbound) is not null;

    /// <summary>The turn that passes it on; null when it is for this lane itself.</summary>
    internal static Turn? Of(Conversation conversation, Inbound inbound)
    {
        var isSpoken = inbound.Said.Kind is not (SaidKind.Due or SaidKind.Lane);
        if (isSpoken && inbound.Via is null && conversation.Speaker is { } speaker)
            return On(conversation, speaker, inbound with { Via = conversation.Person });
        if (isSpoken && IsStrange(conversation, inbound))
            return On(conversation, inbound.Via.GetValueOrDefault(), inbound with { Via = null, For = inbound.Via });
        // What the other has sent back is hers no more: the lane takes it itself, so that nothing goes round.
        if (conversation.StandsFor is not { } other || IsForTheDesk(inbound.Said) || (isSpoken && inbound.For == conversation.Person))
            return null;
        return On(conversation, other, isSpoken ? inbound with { Via = inbound.Via ?? conversation.Person } : inbound);
    }

    /// <summary>The turn with its replies on the way to the lane that has the address.</summary>
    public static Turn Back(Turn turn, DateTimeOffset now)
    {
        var next = turn.Next;
        if (turn.Replies.Count == 0 || turn.To != next.Address || next.Reaches.FirstOrDefault(reach => reach.Address == next.Address)?.Via is not { } via || via == next.Person)
            return turn;
        return turn with { Replies = [], Posts = [.. turn.Posts, Carry(next.Person, via, next.Address, turn.Replies, now)] };
    }

    static Turn On(Conversation conversation, PersonId to, Inbound inbound) => new(conversation, [], [], []) { Posts = [new Post(to, inbound)] };

    static bool IsForTheDesk(Said said) => said.Between is { Kind: BetweenKind.Carry or BetweenKind.Return or BetweenKind.Leave };

    // Passed on before the lane of the address heard that it is this person's no more.
    static bool IsStrange(Conversation conversation, Inbound inbound) =>
        inbound.Via is { } desk && conversation.Reaches.Count > 0 && !conversation.Reaches.Any(reach => reach.Address == inbound.From && reach.Via == desk);

    /// <summary>Messages for an address of another lane.</summary>
    internal static Post Carry(PersonId from, PersonId via, Address to, IReadOnlyList<Outbound> messages, DateTimeOffset now) =>
        new(via, new Inbound(to, "", Said.OfLane(new Between(BetweenKind.Carry, from) { Messages = messages }), now));
}
