using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What comes to a lane whose person turned out to be another: it is passed on in the same order, and what is answered is carried back.</summary>
public static class Passing
{
    /// <summary>Whether it is only passed on, so that nothing needs to be brought for it here.</summary>
    public static bool Passes(Conversation conversation, Inbound inbound, DateTimeOffset now) => Of(conversation, inbound, now) is not null;

    /// <summary>The turn that passes it on; null when it is for this lane itself.</summary>
    internal static Turn? Of(Conversation conversation, Inbound inbound, DateTimeOffset now)
    {
        if (PhoneTalk.Of(conversation, inbound, now) is { } atPhone)
            return atPhone;
        var isSpoken = IsSpoken(inbound);
        if (isSpoken && inbound.Via is null && conversation.Speaker is { } speaker)
            return On(conversation, speaker, inbound with { Via = conversation.Person });
        if (isSpoken && IsStrange(conversation, inbound))
            return On(conversation, inbound.Via.GetValueOrDefault(), inbound with { Via = null, For = inbound.Via });
        // What the other has sent back is hers no more: the lane takes it itself, so that nothing goes round.
        if (conversation.StandsFor is not { } other || IsForTheDesk(inbound.Said) || (isSpoken && inbound.For == conversation.Person))
            return null;
        return On(conversation, other, isSpoken ? inbound with { Via = inbound.Via ?? conversation.Person } : inbound);
    }

    /// <summary>The turn with its replies on the way to the lane that has the address; a shared one hears even its own person so, for she may not be at the phone.</summary>
    public static Turn Back(Turn turn, DateTimeOffset now)
    {
        var next = turn.Next;
        var reach = Reach(next);
        if (turn.Replies.Count == 0 || turn.To != next.Address || (reach.Via == next.Person && !IsShared(next)))
            return turn;
        return turn with { Replies = [], Posts = [.. turn.Posts, Carry(next.Person, reach, turn.Replies, now)] };
    }

    /// <summary>How the person is reached where she last spoke: always by a lane, her own when no other has the address.</summary>
    internal static Reach Reach(Conversation conversation)
    {
        var reach = conversation.Reaches.FirstOrDefault(reach => reach.Address == conversation.Address) ?? new Reach(conversation.Address, null);
        return reach with { Via = reach.Via ?? conversation.Person };
    }

    internal static bool IsSpoken(Inbound inbound) => inbound.Said.Kind is not (SaidKind.Due or SaidKind.Lane);

    static bool IsShared(Conversation conversation) => conversation.Shared is { IsShared: true } phone && phone.At == conversation.Address;

    static Turn On(Conversation conversation, PersonId to, Inbound inbound) => new(conversation, [], [], []) { Posts = [new Post(to, inbound)] };

    static bool IsForTheDesk(Said said) => said.Between is { Kind: BetweenKind.Carry or BetweenKind.Return or BetweenKind.Leave }
        or { Kind: BetweenKind.Erase, Erasure.Names: not null };

    // Passed on before the lane of the address heard that it is this person's no more.
    static bool IsStrange(Conversation conversation, Inbound inbound) =>
        inbound.Via is { } desk && inbound.For != conversation.Person && conversation.Reaches.Count > 0
        && !conversation.Reaches.Any(reach => reach.Address == inbound.From && (reach.Via ?? conversation.Person) == desk);

    /// <summary>Messages for an address of another lane.</summary>
    /// <param name="to">The address; its Via is there.</param>
    internal static Post Carry(PersonId from, Reach to, IReadOnlyList<Outbound> messages, DateTimeOffset now) => new(
        to.Via.GetValueOrDefault(), new Inbound(to.Address, "", Said.OfLane(new Between(BetweenKind.Carry, from) { Messages = messages, As = to.As }), now));
}
