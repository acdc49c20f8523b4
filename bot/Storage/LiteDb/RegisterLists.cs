using System.Runtime.InteropServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What the pages of lists go over: the people who are in lists, and each subject's sessions, side by side in memory. For one thread at a time.</summary>
sealed class RegisterLists
{
    readonly RowBlock<string, ListedPerson> people = new();
    readonly Dictionary<string, RowBlock<(string Person, int Number), ListedSession>> sessions = new(StringComparer.Ordinal);

    public ReadOnlySpan<ListedPerson> People => people.Rows;

    public ReadOnlySpan<ListedSession> Sessions(string subject) => sessions.TryGetValue(subject, out var its) ? its.Rows : [];

    /// <summary>A line takes the place of another.</summary>
    /// <param name="before">Null when there was none.</param>
    /// <param name="next">Null when it went.</param>
    public void Replace(RegisteredPerson? before, RegisteredPerson? next)
    {
        if (before is not null)
            Remove(before);
        if (next is not null)
            Put(next);
    }

    void Remove(RegisteredPerson person)
    {
        people.Remove(person.Person.Value);
        foreach (ref readonly var session in person.Sessions.AsSpan())
            sessions[session.Subject].Remove((person.Person.Value, session.Number));
    }

    void Put(RegisteredPerson person)
    {
        if (!person.IsSomebodyElse)
            people.Put(person.Person.Value, ListedPerson.Of(person));
        foreach (ref readonly var session in person.Sessions.AsSpan())
            (CollectionsMarshal.GetValueRefOrAddDefault(sessions, session.Subject, out _) ??= new()).Put(
                (person.Person.Value, session.Number), new ListedSession(person.Person, session.Number, session.Day, session.Started, session.Standing, session.Language));
    }
}

/// <summary>A session as lists are filtered and sorted by it.</summary>
readonly record struct ListedSession(PersonId Person, int Number, int Day, long Started, Standing Standing, string Language)
{
    /// <summary>Whether it is wanted; its subject is.</summary>
    public bool Fits(SessionWish wish) =>
        (wish.Standing is null || Standing == wish.Standing) && (wish.Language.Length == 0 || Language == wish.Language)
        && (wish.From is not { } from || Day >= from.DayNumber) && (wish.To is not { } to || Day <= to.DayNumber);
}

/// <summary>A person as lists are filtered and sorted by her: what would else be looked up for each of them one by one.</summary>
/// <param name="Begun">The beginning of her id as a number: it orders as the id does, as far as it goes.</param>
readonly record struct ListedPerson(RegisteredPerson Person, UInt128 Begun, int Day, Language? Language, string District, string Cadre, long[] Words)
{
    const int BegunLetters = 16, BitsOfLetter = 8;
    const char Beyond = (char)127; // in ids of ours there is none so great

    public static ListedPerson Of(RegisteredPerson person) =>
        new(person, BegunOf(person.Person.Value), person.Day, person.Language, person.District, person.Cadre, person.Words);

    /// <summary>Whether she is wanted.</summary>
    /// <param name="keys">The words that are wanted, under the store's key.</param>
    public bool Fits(PeopleWish wish, long[] keys) =>
        (wish.Language is null || Language == wish.Language)
        && (wish.District.Length == 0 || District == wish.District) && (wish.Cadre.Length == 0 || Cadre == wish.Cadre) && HasWords(keys)
        && (wish.IdEnd.Length == 0 || Person.Person.Value.EndsWith(wish.IdEnd, StringComparison.OrdinalIgnoreCase))
        && ((wish.Subject.Length == 0 && wish.Standing is null) || Person.HasSession(wish));

    /// <summary>Compares two as their ids do.</summary>
    public int CompareBegun(in ListedPerson other) =>
        Begun.CompareTo(other.Begun) is not 0 and var by ? by : string.CompareOrdinal(Person.Person.Value, other.Person.Person.Value);

    bool HasWords(long[] keys)
    {
        foreach (var key in keys)
            if (Array.BinarySearch(Words, key) < 0)
                return false;
        return true;
    }

    static UInt128 BegunOf(string id)
    {
        var begun = UInt128.Zero;
        var isKnown = true;
        for (var at = 0; at < BegunLetters; at++)
        {
            var letter = isKnown && at < id.Length ? (char)Math.Min(id[at], Beyond) : '\0';
            isKnown &= letter != Beyond;
            begun = (begun << BitsOfLetter) | letter;
        }
        return begun;
    }
}
