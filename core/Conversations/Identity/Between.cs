using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What one person's lane asks of another's.</summary>
public enum BetweenKind
{
    /// <summary>Say these messages at your address: somebody speaks there who has no lane of her own at it.</summary>
    Carry,

    /// <summary>Somebody wrote your code and wants to be joined.</summary>
    Claim,

    /// <summary>The code you wrote is good no more, or its person said no.</summary>
    Refuse,

    /// <summary>The person of the code agreed: give yourself into my hands.</summary>
    Join,

    /// <summary>An administrator knows that you are the person who says this: give yourself into my hands.</summary>
    Merge,

    /// <summary>All that I remember is yours from now on.</summary>
    Bring,

    /// <summary>An administrator knows that you and the person who says this are two: give her back what she brought.</summary>
    Split,

    /// <summary>What you brought is yours again.</summary>
    Return,

    /// <summary>Your address is your person's no more: who writes from there is somebody new.</summary>
    Leave,

    /// <summary>You were chosen at the address, which several use: it is you who writes there.</summary>
    Here,

    /// <summary>You are not at the address any more; what waited for you there comes with this.</summary>
    Gone,

    /// <summary>Erase what is hers: her own lane is asked for it by an administrator or a rule, another lane that has an address of hers by her own.</summary>
    Erase,
}

/// <summary>What one person's lane says to another's; it travels as an inbound, so that each lane only ever changes itself.</summary>
/// <param name="From">Whose lane says it.</param>
public sealed record Between(BetweenKind Kind, PersonId From)
{
    /// <summary>Of a claim: hash of the code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Of what is carried, or comes back.</summary>
    public IReadOnlyList<Outbound> Messages { get; init; } = [];

    /// <summary>Of what goes to an address that several use: as whom the person is known there; null otherwise.</summary>
    public PersonId? As { get; init; }

    /// <summary>Of who was chosen: from which number on tokens of questions are hers alone there, so that a button shown to one presses nothing of another.</summary>
    public int Tokens { get; init; }

    /// <summary>Of what is brought or given back: the conversation with its sessions; null otherwise.</summary>
    public Conversation? Brought { get; init; }

    /// <summary>Of what is to be erased; null otherwise.</summary>
    public ErasureOrder? Erasure { get; init; }

    /// <summary>Of what is brought or given back: how it came about.</summary>
    public JoinedBy By { get; init; } = JoinedBy.Herself;
}

/// <summary>Who joined two people into one, and why.</summary>
/// <param name="Administrator">Sign-in name; "" when the person did it herself, by a code.</param>
/// <param name="Why">In the administrator's words; "" when the person did it herself.</param>
public sealed record JoinedBy(string Administrator, string Why)
{
    public static readonly JoinedBy Herself = new("", "");
}
