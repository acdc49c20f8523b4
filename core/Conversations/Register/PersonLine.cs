using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Register;

/// <summary>A person as the register knows her: by what lists are filtered, and the words by which she is found.</summary>
/// <param name="Language">Null until she has chosen.</param>
/// <param name="District">The code she answered last; "" when she was not asked.</param>
/// <param name="Cadre">The same of her profession.</param>
/// <param name="Words">As SearchWords makes them; a store keeps them only under its key.</param>
/// <param name="IsSomebodyElse">Whether she turned out to be somebody else: then she is in no list.</param>
public sealed record PersonLine(
    PersonId Person, Language? Language, string District, string Cadre, IReadOnlyList<string> Words, IReadOnlyList<RegisterLine> Sessions, bool IsSomebodyElse)
{
    /// <summary>The state of who has never had a turn: she has no line yet.</summary>
    static readonly string Fresh = Conversation.New(new PersonId("nobody"), new Address("none", "none")).State;

    public static PersonLine Of(Conversation talk) => new(
        talk.Person, talk.Language,
        Last(talk, TellingAnswers.IsDistrict), Last(talk, TellingAnswers.IsCadre), [.. SearchWords.Of(talk).Distinct()],
        [.. talk.Sessions.Select((session, number) => RegisterLine.Of(number, session))], talk.StandsFor is not null);

    /// <summary>The line of sessions whose person was erased: they are counted, and she is in no list.</summary>
    public static PersonLine Unlinked(PersonId person, IReadOnlyList<Session> sessions) =>
        new(person, null, "", "", [], [.. sessions.Select((session, number) => RegisterLine.Of(number, session))], IsSomebodyElse: true);

    /// <summary>Whether both have the same line; cheaper than making both, since nearly every turn leaves it as it is.</summary>
    public static bool IsSame(Conversation before, Conversation next) =>
        before.State != Fresh && before.Language == next.Language && before.StandsFor == next.StandsFor && before.Sessions.Count == next.Sessions.Count
        && (ReferenceEquals(before.Reaches, next.Reaches) || before.Reaches.Select(reach => reach.Address).SequenceEqual(next.Reaches.Select(reach => reach.Address)))
        && before.Address == next.Address
        && before.Sessions.Zip(next.Sessions).All(both => ReferenceEquals(both.First, both.Second) || IsSame(both.First, both.Second));

    static bool IsSame(Session before, Session next) =>
        RegisterLine.Of(0, before) == RegisterLine.Of(0, next) && TellingAnswers.In(before).SequenceEqual(TellingAnswers.In(next));

    static string Last(Conversation talk, Func<string, bool> tells) => talk.Sessions
        .SelectMany(TellingAnswers.In).LastOrDefault(answer => answer.Value.Length > 0 && tells(answer.Path))?.Value.Trim() ?? "";
}
