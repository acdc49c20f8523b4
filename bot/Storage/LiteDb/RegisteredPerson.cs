using System.Runtime.InteropServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A person's line as it lies in memory: some 250 bytes, texts that many have kept once.</summary>
sealed class RegisteredPerson
{
    readonly PersonId person;

    public RegisteredPerson(PersonId person, RegisterRow row, Func<string, string> once)
    {
        (this.person, Words, Language, IsSomebodyElse) = (person, row.W ?? [], row.L, row.X);
        (District, Cadre) = (once(row.D ?? ""), once(row.C ?? ""));
        Sessions = [.. (row.S ?? []).Select(one => RegisteredSession.Of(one, once))];
        Day = Sessions.Select(session => session.Day).DefaultIfEmpty(0).Max();
    }

    public PersonId Person => person;

    public Language? Language { get; }

    public bool IsSomebodyElse { get; }

    public RegisteredSession[] Sessions { get; }

    /// <summary>The number of the day on which she last went on; 0 when she has no session.</summary>
    public int Day { get; }

    public string District { get; }

    public string Cadre { get; }

    /// <summary>The words by which she is found, under the store's key, in their order.</summary>
    public long[] Words { get; }

    /// <summary>Whether one of her sessions is of the subject and stands as it is wanted.</summary>
    public bool HasSession(PeopleWish wish)
    {
        foreach (ref readonly var session in Sessions.AsSpan())
            if ((wish.Subject.Length == 0 || session.Subject == wish.Subject) && (wish.Standing is null || session.Standing == wish.Standing))
                return true;
        return false;
    }

    public PersonLine Line() => new(person, Language, District, Cadre, [], [.. Sessions.Select(session => session.Line(person))], IsSomebodyElse);
}

/// <summary>One of her sessions.</summary>
/// <param name="Id">Null when it is made of the person and its place.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct RegisteredSession(string? Id, string Flow, string Subject, string Version, string Language, int Number, int Day, long Started, Standing Standing, bool IsOffered)
{
    public static RegisteredSession Of(RegisterRowSession row, Func<string, string> once) =>
        new(row.I, once(row.F ?? ""), once(row.U ?? ""), once(row.V ?? ""), once(row.G ?? ""), row.P, row.D, row.B, row.T, row.O);

    public RegisterLine Line(PersonId person) => new RegisterRowSession(Id, Number, Flow, Subject, Version, Standing, IsOffered, Language, Day, Started).Line(person);
}
