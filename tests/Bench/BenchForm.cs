using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Bench;

/// <summary>A form of 40 questions, five of them in a repeat, and sessions that answer it 50 times.</summary>
static class BenchForm
{
    public const int AnswersPerSession = 50;
    const int Instances = 3, Batch = 500;
    const string Repeat = "/data/child";

    static readonly DateTimeOffset Began = new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero);
    static readonly string[] Names = ["never", "seldom", "sometimes", "often", "always"];

    public static Form Form { get; } = new()
    {
        Id = "bench",
        Version = "bench",
        LanguageCodes = ["en"],
        Titles = new Dictionary<string, string> { ["en"] = "Bench" },
        Settings = new Dictionary<string, string>(),
        Questions =
        [
            .. Several(10, "text", QuestionType.Text), .. Several(8, "number", QuestionType.Integer), .. Several(10, "one", QuestionType.SelectOne),
            .. Several(4, "several", QuestionType.SelectMultiple), .. Several(2, "day", QuestionType.Date), .. Several(1, "place", QuestionType.GeoPoint),
            .. Several(5, "child/age", QuestionType.Integer).Select(question => question with { Repeats = [Repeat] }),
        ],
    };

    public static Round Round { get; } = new("BENCH", RoundKind.Interview, Form.Id, Form.Version, "", "", IsOpen: true, Began);

    public static async Task FillAsync(LiteDbStore store, int sessions)
    {
        foreach (var some in Enumerable.Range(0, sessions).Chunk(Batch))
        {
            List<StoredRow> rows = [.. some.SelectMany(number => TurnRows.Of(new Turn(Talk(number), [], [], []), null, store.Vault).Sessions)];
            await store.WriteAsync(draft => rows.ForEach(row => draft.Put(LiteDbSchema.Sessions, row)), CancellationToken.None);
        }
    }

    static Conversation Talk(int number)
    {
        var person = new PersonId($"person-{number:D8}");
        IReadOnlyList<GivenAnswer> answers = [.. Form.Questions.SelectMany(question => Answers(question, number))];
        return Conversation.New(person, new Address("web", person.Value)) with
        {
            Sessions =
            [
                new Session($"{person}-1", person, "interview", Round.Code, "Submitted", Form.Version, answers, Began.AddSeconds(number), Began.AddSeconds(number + 900), Began.AddSeconds(number + 900), "rw")
                { Submission = answers, IsOver = true },
            ],
        };
    }

    static IEnumerable<GivenAnswer> Answers(Question question, int number) => question.Repeats.Count == 0
        ? [new GivenAnswer(question.Path, Value(question, number))]
        : Enumerable.Range(1, Instances).Select(place => new GivenAnswer($"{Repeat}[{place}]{question.Path[Repeat.Length..]}", Value(question, number + place)));

    static string Value(Question question, int number) => question.Type switch
    {
        QuestionType.Integer => (number % 97).ToString(),
        QuestionType.SelectOne => Names[number % Names.Length],
        QuestionType.SelectMultiple => $"{Names[number % 2]} {Names[2 + (number % 3)]}",
        QuestionType.Date => DateOnly.FromDayNumber(735_000 + (number % 3650)).ToString("yyyy-MM-dd"),
        QuestionType.GeoPoint => $"-1.{number % 1000:D3} 30.{number % 997:D3} 1500 5",
        _ => $"Ibibazo by'ubuzima bwo mu mutwe, \"{number}\" éà",
    };

    static IEnumerable<Question> Several(int count, string name, QuestionType type) => Enumerable.Range(1, count).Select(number =>
        new Question($"/data/{name}_{number}", $"{name}_{number}", type, number, Required: false,
            type is QuestionType.SelectOne or QuestionType.SelectMultiple ? [.. Names.Select(choice => new Choice(choice, Said(choice), Said("")))] : [], Said(""))
        { Labels = Said($"Question {name} {number}") });

    static Dictionary<string, string> Said(string words) => words.Length == 0 ? [] : new() { ["en"] = words };
}
