using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.People;

/// <summary>Who a person is to us: her channels, who else she turned out to be, and what was done about it.</summary>
/// <param name="Shared">The phones that she shares.</param>
/// <param name="Facts">Those about who she is.</param>
/// <param name="Complaint">A text key of what was wrong with the last wish; null when nothing was.</param>
/// <param name="IsAsked">Whether something was just asked of her lane.</param>
public sealed record PersonView(Conversation Conversation, IReadOnlyList<SharedPhone> Shared, IReadOnlyList<Fact> Facts, string? Complaint, bool IsAsked)
{
    public PersonId Person => Conversation.Person;

    /// <summary>Channels she writes from; of the address only what tells two of a channel apart.</summary>
    public IEnumerable<string> Channels => Conversation.Reaches.Select(reach => Shown(reach.Address));

    /// <summary>What happened to who she is, the latest first.</summary>
    public IEnumerable<AuditLine> Audit => Facts.Select(LineOf).OfType<AuditLine>().Reverse();

    public static string Shown(Address address) => $"{address.Channel} …{address.End()}";

    AuditLine? LineOf(Fact fact) => fact switch
    {
        PersonJoined joined when IsHers(joined.Person, joined.Other) => new("joined", joined.At, Other(joined.Person, joined.Other), joined.By),
        PersonParted parted when IsHers(parted.Person, parted.Other) => new("parted", parted.At, Other(parted.Person, parted.Other), parted.By),
        AddressLeft left when left.Person == Person => new("left", left.At, null, JoinedBy.Herself),
        _ => null,
    };

    bool IsHers(PersonId one, PersonId other) => one == Person || other == Person;

    PersonId Other(PersonId one, PersonId other) => one == Person ? other : one;
}

/// <summary>Something that was done about who somebody is.</summary>
/// <param name="What">Ends the text key console.people.audit.…</param>
/// <param name="Other">The other id; null when there is none.</param>
public sealed record AuditLine(string What, DateTimeOffset At, PersonId? Other, JoinedBy By);
