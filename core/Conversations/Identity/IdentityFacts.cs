using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>The facts of a turn about who somebody is, with everybody whose page shows them.</summary>
public static class IdentityFacts
{
    public static IEnumerable<(PersonId Person, Fact Fact)> Of(Turn turn) => turn.Facts.SelectMany(Of);

    /// <summary>Those whom a fact is about; nobody when it is about something else.</summary>
    public static IEnumerable<(PersonId Person, Fact Fact)> Of(Fact fact) => fact switch
    {
        PersonJoined joined => [(joined.Person, fact), (joined.Other, fact)],
        PersonParted parted => [(parted.Person, fact), (parted.Other, fact)],
        AddressLeft left => [(left.Person, fact)],
        _ => [],
    };
}
