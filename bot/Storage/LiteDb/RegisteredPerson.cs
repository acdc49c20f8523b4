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
    readonly long[] words;

    public RegisteredPerson(PersonId person, RegisterRow row, Func<string, string> once)
    {
        (this.person, words, Language, IsSomebodyElse) = (person, row.W ?? [], row.L, row.X);
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

    string District { get; }

    string Cadre { get; }

    /// <param name="keys">The words that are wanted, under the store's key.</param>
    public bool Fits(PeopleWish wish, long[] keys) =>
        !IsSomebodyElse && (wish.Language is null || Language == wish.Language)
        && (wish.District.Length == 0 || District == wish.District) && (wish.Cadre.Length == 0 || Cadre == wish.Cadre)
        && (wish.IdEnd.Length == 0 || person.Value.EndsWith(wish.IdEnd, StringComparison.OrdinalIgnoreCase)) && HasWords(keys)
        && ((wish.Subject.Length == 0 && wish.Standing is null) || HasSession(wish));

    bool HasWords(long[] keys)
    {
        foreach (var key in keys)
            if (Array.BinarySearch(words, key) < 0)
                return false;
        return true;
    }

    bool HasSession(PeopleWish wish)
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

    public bool Fits(SessionWish wish) =>
        Subject == wish.Subject && (wish.Standing is null || Standing == wish.Standing) && (wish.Language.Length == 0 || Language == wish.Language)
        && (wish.From is not { } from || Day >= from.DayNumber) && (wish.To is not { } to || Day <= to.DayNumber);
}
