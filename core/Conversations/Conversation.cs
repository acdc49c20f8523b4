using RbcBot.Core.Conversations.Consenting;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>All that is remembered of the talk with one person, beside facts.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Address">Where the person last spoke, or was written to since because nothing went there: what is said goes there.</param>
/// <param name="State">The state of the talk's machine, by name: see Talk.</param>
public sealed record Conversation(PersonId Person, Address Address, string State)
{
    /// <summary>Null until the person has chosen.</summary>
    public Language? Language { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>All sessions, oldest first; ended ones stay.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Id of the session in front; null at the menu.</summary>
    public string? Front { get; init; }

    /// <summary>The round code that brought the person, kept while language and introduction come first; null when none waits.</summary>
    public string? Wanted { get; init; }

    /// <summary>The question of consent that stands open; null when none does.</summary>
    public ConsentQuestion? Consenting { get; init; }

    /// <summary>How often something was asked: numbers the tokens.</summary>
    public int Asks { get; init; }

    /// <summary>Unclear messages in a row outside a session.</summary>
    public int Unclear { get; init; }

    /// <summary>Whether the person asked us not to write first; she is answered all the same.</summary>
    public bool IsSilenced { get; init; }

    /// <summary>Until when nobody nudges the person, because she wrote that she is in danger; null when she did not.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Whether the introduction was shown.</summary>
    public bool IsIntroduced { get; init; }

    /// <summary>When the person last spoke; null before.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>The latest moment, by the channel's own clock, at which something was said that was heard; null when the channel has none.</summary>
    public DateTimeOffset? LastSaid { get; init; }

    /// <summary>The person's addresses and when she spoke there, the latest last; empty in conversations of before they were remembered.</summary>
    public IReadOnlyList<Reach> Reaches { get; init; } = [];

    /// <summary>When nudges went out in the last seven days, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Nudges { get; init; } = [];

    /// <summary>What was decided on the latest nudges, oldest first: so many as a page shows. All are facts.</summary>
    public IReadOnlyList<NudgeDecided> Decided { get; init; } = [];

    /// <summary>Nudges since the person last spoke.</summary>
    public int Unanswered { get; init; }

    /// <summary>Nudges that wait for a moment or until the person speaks, oldest first.</summary>
    public IReadOnlyList<Held> Held { get; init; } = [];

    /// <summary>Who the person turned out to be: all that comes for her or from her is passed on to that lane. Always of an older id, so that nothing goes round. Null as long as she is herself.</summary>
    public PersonId? StandsFor { get; init; }

    /// <summary>Who speaks at this lane's own address since its person said that it is hers no more; null as long as she does.</summary>
    public PersonId? Speaker { get; init; }

    /// <summary>Who uses this lane's own address when several do; null when one does.</summary>
    public SharedPhone? Shared { get; init; }

    /// <summary>How often the address went to somebody new: numbers their ids.</summary>
    public int Strangers { get; init; }

    /// <summary>Who else this person turned out to be, the first one first.</summary>
    public IReadOnlyList<Joined> Joined { get; init; } = [];

    /// <summary>The person's wish to be erased; null as long as she has none.</summary>
    public Erasing.Erasing? Erasing { get; init; }

    /// <summary>When she asked for what is kept of her, in the last day.</summary>
    public IReadOnlyList<DateTimeOffset> DataAsked { get; init; } = [];

    /// <summary>Codes that were asked for and written.</summary>
    public Linking Linking { get; init; } = Linking.None;

    /// <summary>The conversation of somebody who has never written.</summary>
    public static Conversation New(PersonId person, Address address) => new(person, address, "New");
}
