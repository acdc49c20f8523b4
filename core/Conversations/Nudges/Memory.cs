using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What a conversation remembers for the policy.</summary>
static class Memory
{
    /// <summary>Decisions that are remembered of one person.</summary>
    const int MostDecided = 20;

    /// <summary>The person spoke: the nudges before it are answered, and the window of the address begins anew.</summary>
    public static Conversation Heard(Conversation conversation, Inbound inbound, DateTimeOffset now)
    {
        // By the channel's clock: its window does not wait for a bot that was down.
        var at = inbound.IsDated && inbound.At < now ? inbound.At : now;
        var before = conversation.Reaches.FirstOrDefault(reach => reach.Address == inbound.From)?.LastHeard;
        return With(conversation, new Reach(inbound.From, at < before ? before : at) { Via = inbound.Via, As = inbound.As }) with { Unanswered = 0 };
    }

    /// <summary>The person lets us in at the address again.</summary>
    public static Conversation Unblocked(Conversation conversation, Address address) =>
        With(conversation, Known(conversation, address) with { LastHeard = LastHeard(conversation, address), IsBlocked = false, IsBad = false });

    /// <summary>The person does not let us in at the address any more, or nobody can be reached there; unless she spoke there since.</summary>
    public static Conversation Closed(Conversation conversation, Inbound inbound)
    {
        var heard = LastHeard(conversation, inbound.From);
        return heard > inbound.At ? conversation
            : With(conversation, Known(conversation, inbound.From) with
            {
                LastHeard = heard,
                IsBlocked = inbound.Said.Kind == SaidKind.Blocked,
                IsBad = inbound.Said.Kind == SaidKind.Unreachable,
            });
    }

    /// <summary>A nudge goes out to the address. One that the person waits for asks nothing of her: that it stays without an answer is no silence.</summary>
    public static Conversation Nudged(Conversation conversation, Address to, bool isAwaited, DateTimeOffset now) => conversation with
    {
        Address = to,
        Unanswered = conversation.Unanswered + (isAwaited ? 0 : 1),
        // One in the future is of a clock that was set back.
        Nudges = [.. conversation.Nudges.Where(nudge => nudge > now.AddDays(-SendPolicy.WeekDays) && nudge <= now), now],
    };

    /// <summary>Notes what was decided on a nudge, and remembers it for who asks why she was written to, or was not.</summary>
    public static void Decided(Scene scene, NudgeDecided decided)
    {
        scene.Note(decided);
        scene.Conversation = scene.Conversation with { Decided = [.. scene.Conversation.Decided.TakeLast(MostDecided - 1), decided] };
    }

    static DateTimeOffset? LastHeard(Conversation conversation, Address address) =>
        conversation.Reaches.FirstOrDefault(reach => reach.Address == address)?.LastHeard ?? (conversation.Address == address ? conversation.LastHeard : null);

    static Reach Known(Conversation conversation, Address address) => conversation.Reaches.FirstOrDefault(reach => reach.Address == address) ?? new Reach(address, null);

    static Conversation With(Conversation conversation, Reach reach) => conversation with
    {
        Reaches = [.. conversation.Reaches.Where(other => other.Address != reach.Address), reach],
    };
}
