using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Safety;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>Puts the card before whatever a turn says, and keeps what follows from it: who is on duty hears of it, nudges rest, the text stays inside.</summary>
public static class Guard
{
    /// <summary>How long nobody is nudged after a text that spoke of the person's own danger; facts/reliability.md 4.2.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(72);

    /// <param name="before">The conversation before the turn.</param>
    /// <param name="wasCarded">Whether the lane that has the address showed the card already.</param>
    public static Turn After(Turn turn, Screening screening, Conversation before, bool wasCarded, DateTimeOffset now)
    {
        if (Card.AsksForCall(screening.Inbound.Said) && screening.Inbound.Via is null)
            return First(turn with { Facts = [.. turn.Facts, new CallAsked(Whose(turn, screening), now)] }, screening, [Card.OfCall(before.Language)], now);
        if (screening.IsClean)
            return HeldAnswers.Renewed(turn, before);
        List<Outbound> first = [];
        List<Fact> facts = [];
        if (screening.IsOwnDanger && IsHers(before, screening))
            turn = turn with { Next = turn.Next with { QuietUntil = now + Rest } };
        if (screening.Crisis.Level != SafetyLevel.None && !wasCarded)
        {
            first.Add(Card.Of(screening.Crisis.Level, before.Language, screening.Numbers));
            facts.Add(new SafetyRaised(Whose(turn, screening), now, screening.Crisis.Level, screening.Crisis.Lexicon, before.Front));
        }
        if (screening.Patient.Count > 0)
        {
            first.Add(Card.OfPatient(before.Language));
            facts.Add(new PatientTextMasked(before.Person, now, screening.Patient, before.Front));
        }
        return First(HeldAnswers.Marked(turn, screening.Forms) with { Facts = [.. turn.Facts, .. facts] }, screening, first, now);
    }

    static Turn First(Turn turn, Screening screening, IReadOnlyList<Outbound> first, DateTimeOffset now)
    {
        if (first.Count == 0)
            return turn;
        var guarded = turn with { Replies = [.. first, .. turn.Replies] };
        // A lane that only passed it on says nothing itself: the card goes where it was written.
        if (turn.Replies.Count == 0)
            guarded = guarded with { To = screening.Inbound.From };
        return screening.Inbound.Via is null ? guarded : Passing.Back(guarded, now);
    }

    // A lane that only passes on does not know whether its own person wrote it.
    static bool IsHers(Conversation before, Screening screening) => screening.Inbound.Via is not null || before is { Shared: null, Speaker: null, StandsFor: null };

    /// <summary>Who wrote it: whose lane it was passed on to, else whose lane this is.</summary>
    static People.PersonId Whose(Turn turn, Screening screening)
    {
        foreach (var post in turn.Posts)
            if (ReferenceEquals(post.Inbound.Said, screening.Inbound.Said))
                return post.To;
        return turn.Next.Person;
    }
}
