using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What is known of a person that decides whether, when and where she is written to.</summary>
/// <param name="Addresses">Where she can be reached, the preferred one first.</param>
public sealed record Standing(IReadOnlyList<Reach> Addresses)
{
    /// <summary>How long after she last spoke somebody at an open question counts as being at it; docs/sources.md#nudges.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(30);

    /// <summary>A session in front that rested this long counts as left: another may take its place.</summary>
    public static readonly TimeSpan FrontRest = TimeSpan.FromHours(24);

    /// <summary>Whether she came to us by herself: she was told who we are and chose a language.</summary>
    public bool HasAgreed { get; init; }

    public bool IsSilenced { get; init; }

    /// <summary>Whether she refused to be written to first, or took it back; what she waits for goes all the same.</summary>
    public bool RefusesReminders { get; init; }

    /// <summary>Null until she has chosen.</summary>
    public Language? Language { get; init; }

    /// <summary>When nudges went out lately, oldest first; at least those of the last seven days.</summary>
    public IReadOnlyList<DateTimeOffset> Nudges { get; init; } = [];

    /// <summary>Nudges since she last spoke.</summary>
    public int Unanswered { get; init; }

    /// <summary>When what she is at now may be interrupted; null when she is at nothing.</summary>
    public DateTimeOffset? RestsAt { get; init; }

    /// <summary>Until when she is left in peace, because she wrote that she is in danger; null when she did not.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>What a conversation remembers.</summary>
    /// <param name="takesFront">Whether the nudge would put another session in front, which waits longer.</param>
    public static Standing Of(Conversation conversation, bool takesFront, DateTimeOffset now) => new(Addressed(conversation))
    {
        HasAgreed = conversation.Language is not null,
        IsSilenced = conversation.IsSilenced,
        RefusesReminders = !Agreement.MayWriteFirst(conversation.Consents),
        QuietUntil = conversation.QuietUntil,
        Language = conversation.Language,
        // Those far in the future are of a clock that was set back.
        Nudges = [.. conversation.Nudges.Where(nudge => nudge <= now.AddDays(1))],
        Unanswered = conversation.Unanswered,
        RestsAt = takesFront ? Later(FrontRestsAt(conversation, now), RunningRestsAt(conversation)) : RunningRestsAt(conversation),
    };

    /// <summary>Whether the session in front, or the choice of a language, leaves no room for another session.</summary>
    public static bool IsBusy(Conversation conversation, DateTimeOffset now) => FrontRestsAt(conversation, now) > now;

    // Conversations that were stored before addresses were remembered know only where the person last spoke.
    static IReadOnlyList<Reach> Addressed(Conversation conversation) =>
        conversation.Reaches.Any(reach => reach.Address == conversation.Address)
            ? [.. conversation.Reaches.OrderByDescending(reach => reach.Address == conversation.Address).ThenByDescending(reach => reach.LastHeard)]
            : [new Reach(conversation.Address, conversation.LastHeard ?? (conversation.Language is null ? null : DateTimeOffset.MinValue)), .. conversation.Reaches];

    static DateTimeOffset? FrontRestsAt(Conversation conversation, DateTimeOffset now) =>
        TalkMachine.State(conversation) == TalkState.ChoosingLanguage ? now + FrontRest : Front(conversation)?.Touched + FrontRest;

    // A question stands open, or she did something since it came to the front: she looks through her answers.
    static DateTimeOffset? RunningRestsAt(Conversation conversation) =>
        Front(conversation) is { IsOver: false } session && (session.Asked is not null || session.Touched <= conversation.LastHeard) ? (conversation.LastHeard ?? session.Touched) + Rest : null;

    // A session that was left for a day may have been taken up a moment ago with words that it did not understand.
    static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    static Session? Front(Conversation conversation) => conversation.Front is { } front ? conversation.Sessions.FirstOrDefault(session => session.Id == front) : null;
}
