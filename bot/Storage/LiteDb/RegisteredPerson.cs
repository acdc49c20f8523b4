using System.Runtime.InteropServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A person's line as it lies in memory: some 250 bytes, texts that many have kept once.</summary>
sealed class RegisteredPerson(PersonId person, RegisterRow row, Func<string, string> once)
{
    readonly long[] words = row.W ?? [];

    public PersonId Person => person;

    public Language? Language { get; } = row.L;

    public bool IsSomebodyElse { get; } = row.X;

    public RegisteredSession[] Sessions { get; } = [.. (row.S ?? []).Select(one => RegisteredSession.Of(one, once))];

    public DateOnly Day => DateOnly.FromDayNumber(Sessions.Select(session => session.Day).DefaultIfEmpty(0).Max());

    string District { get; } = once(row.D ?? "");

    string Cadre { get; } = once(row.C ?? "");

    /// <param name="keys">The words that are wanted, under the store's key.</param>
    public bool Fits(PeopleWish wish, long[] keys) =>
        !IsSomebodyElse && (wish.Language is null || Language == wish.Language)
        && (wish.District.Length == 0 || District == wish.District) && (wish.Cadre.Length == 0 || Cadre == wish.Cadre)
        && keys.All(key => Array.BinarySearch(words, key) >= 0)
        && (wish.IdEnd.Length == 0 || person.Value.EndsWith(wish.IdEnd, StringComparison.OrdinalIgnoreCase))
        && ((wish.Subject.Length == 0 && wish.Standing is null) || Sessions.Any(session =>
            (wish.Subject.Length == 0 || session.Subject == wish.Subject) && (wish.Standing is null || session.Standing == wish.Standing)));

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
