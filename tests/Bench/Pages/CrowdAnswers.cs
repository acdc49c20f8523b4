using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>Sessions of a crowd on the forms that come with the product, answered at random but always the same.</summary>
sealed class CrowdAnswers
{
    const int Lessons = 12, CardsPerLesson = 8;
    static readonly string[] Syllables = ["ka", "mu", "ha", "gi", "ri", "ne", "za", "bo", "tu", "ya", "shi", "nda"];

    readonly Dictionary<string, Form> byRound;
    readonly List<PersonId> trainees = [];
    long written;

    /// <param name="byRound">The form of each round.</param>
    public CrowdAnswers(Dictionary<string, Form> byRound) => this.byRound = byRound;

    public long Written => written;

    public IReadOnlyList<PersonId> Trainees => trainees;

    public IReadOnlyDictionary<string, Form> Forms => byRound.Values.DistinctBy(form => form.Version).ToDictionary(form => form.Version);

    public Session Session(PersonId person, int number, string flow, string round, DateTimeOffset at, bool isWhole)
    {
        var form = byRound[round];
        var chance = new Random(StringComparer.Ordinal.GetHashCode(person.Value) ^ number);
        var asked = form.Questions.Where(question => question.Type != QuestionType.Note && question.Repeats.Count == 0).ToList();
        GivenAnswer[] given = [.. asked.Take(isWhole ? asked.Count : 1 + chance.Next(asked.Count - 1)).Select(question => new GivenAnswer(question.Path, Value(question, chance)))];
        Interlocked.Add(ref written, given.Length);
        return new Session($"{person}-{number}", person, flow, round, isWhole ? "Submitted" : "Asking", form.Version, given, at, at.AddMinutes(40), isWhole ? at.AddMinutes(40) : null, "rw")
        {
            Submission = isWhole ? given : [],
            IsOver = isWhole,
            Asked = isWhole ? null : new Asked("1", given[^1].Path, [], [], 0),
        };
    }

    /// <summary>Lessons, two tests and a feedback form of somebody who takes part.</summary>
    public IEnumerable<Session> Training(PersonId person, int first, DateTimeOffset at)
    {
        lock (trainees)
            trainees.Add(person);
        for (var lesson = 1; lesson <= Lessons; lesson++)
        {
            GivenAnswer[] cards = [.. Enumerable.Range(1, CardsPerLesson).Select(card => new GivenAnswer($"c{card}", "1"))];
            Interlocked.Add(ref written, cards.Length);
            yield return new Session($"{person}-{first}", person, "lesson", $"E{lesson:00}", "Completed", "", cards, at, at, lesson % 3 == 0 ? null : at, "rw") { IsOver = lesson % 3 != 0 };
            first++;
        }
        yield return Session(person, first++, "test", "PRE", at, isWhole: true);
        yield return Session(person, first++, "test", "POST", at.AddDays(30), isWhole: true);
        yield return Session(person, first, "feedback", "VIEW", at.AddDays(31), isWhole: true);
    }

    static string Value(Question question, Random chance) => question switch
    {
        { Name: "full_name" } => $"{Name(chance)} {Name(chance)}",
        { Name: "phone" } => $"07881{chance.Next(100000):D5}",
        { HasChoices: true, Choices.Count: > 0 } => question.Choices[chance.Next(question.Choices.Count)].Name,
        { Name: "merit" or "merit_professional" or "merit_coach" } => $"{chance.Next(101)}",
        { Name: "eligible_professional" or "eligible_coach" } => chance.Next(3) == 0 ? "no" : "yes",
        { Name: "score" } => $"{chance.Next(21)}",
        { Type: QuestionType.Integer or QuestionType.Decimal or QuestionType.Calculate } => chance.Next(40).ToString(CultureInfo.InvariantCulture),
        _ => "Ibibazo by'ubuzima bwo mu mutwe mu kigo nderabuzima",
    };

    static string Name(Random chance) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[chance.Next(Syllables.Length)])));
}
