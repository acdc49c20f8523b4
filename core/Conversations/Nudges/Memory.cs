using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What a conversation remembers for the policy.</summary>
static class Memory
{
    /// <summary>The person spoke: the nudges before it are answered, and the window of the address begins anew.</summary>
    public static Conversation Heard(Conversation conversation, Inbound inbound, DateTimeOffset now)
    {
        // By the channel's clock: its window does not wait for a bot that was down.
        var at = inbound.IsDated && inbound.At < now ? inbound.At : now;
        var before = conversation.Reaches.FirstOrDefault(reach => reach.Address == inbound.From)?.LastHeard;
        return With(conversation, new Reach(inbound.From, at < before ? before : at) { Via = inbound.Via }) with { Unanswered = 0 };
    }

    /// <summary>The person lets us in at the address, or no more.</summary>
    public static Conversation Blocked(Conversation conversation, Address address, bool isBlocked)
    {
        var before = conversation.Reaches.FirstOrDefault(reach => reach.Address == address);
        return With(conversation, new Reach(address, before?.LastHeard ?? (conversation.Address == address ? conversation.LastHeard : null), isBlocked) { Via = before?.Via });
    }

    /// <summary>A nudge goes out to the address.</summary>
    public static Conversation Nudged(Conversation conversation, Address to, DateTimeOffset now) => conversation with
    {
        Address = to,
        Unanswered = conversation.Unanswered + 1,
        // One in the future is of a clock that was set back.
        Nudges = [.. conversation.Nudges.Where(nudge => nudge > now.AddDays(-SendPolicy.WeekDays) && nudge <= now), now],
    };

    static Conversation With(Conversation conversation, Reach reach) => conversation with
    {
        Reaches = [.. conversation.Reaches.Where(other => other.Address != reach.Address), reach],
    };
}
