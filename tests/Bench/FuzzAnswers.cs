using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Bench;

/// <summary>Throws what people never write, and nearly what they do, at every type of question: nothing may throw, nothing may take a second.</summary>
static partial class FuzzAnswers
{
    /// <summary>Longest wait for one answer, in milliseconds.</summary>
    const int Longest = 1_000;

    static readonly DateOnly Today = new(2026, 3, 5);

    static readonly string[] Written =
    [
        "12", "-3,5", "1 200", "icumi na kabiri", "vingt et un", "2024-05-03", "3 mai 2024", "ejo hashize", "Nyakanga 1991", "14:30", "saa munani z'amanywa", "2:30 pm",
        "saa mbiri n'igice", "hier à 14h", "2024-05-03T14:30:00.000+02:00", "-1.9441 30.0619 12", "1°56'38.8\"S 30°03'42.8\"E", "-1,9441 30,0619",
        "https://maps.google.com/?q=-1.9441,30.0619", "https://maps.app.goo.gl/abc", "-1.9,30.1;-1.8,30.2\n-1.7,30.3", "3 > 1 > 2", "1 na 3", "CS Huye", "Infirmier·ère",
        "nta na kimwe", "yego", "oya", "👍🏿", "1️⃣3️⃣", "٣/٥/٢٠٢٤", "\uD800", "\0", "\u202E", "ﷺ", "e\u0301\u0301\u0301", "(((", "a b c d e", "𝟙𝟚", "x̷̧̛", "Labels: 3; 2", "9999999999999999999",
    ];

    static readonly Choice[] Few = [.. new[] { "Infirmier·ère", "Muganga", "1-2 years", "None of these", "B. Yes, always" }.Select((label, index) => Option($"n{index}", label))];
    static readonly Choice[] Many = [.. Enumerable.Range(0, 512).Select(index => Option($"hc{index}", $"Centre de santé de {(char)('A' + (index % 26))}u{index / 7}ye {index % 9}"))];

    static readonly Question[] Questions =
    [
        .. Enum.GetValues<QuestionType>().Select(type => Asked(type, Few)),
        Asked(QuestionType.SelectOne, Many), Asked(QuestionType.SelectMultiple, Many), Asked(QuestionType.Rank, Few[..3]), Asked(QuestionType.SelectOne, []),
    ];

    public static int Run(int inputs)
    {
        var chance = new Random(20_260_305);
        var (clock, slowest, slowestText, read) = (Stopwatch.StartNew(), 0L, "", 0);
        for (var input = 0; input < inputs; input++)
        {
            var question = Questions[input % Questions.Length];
            var (text, language) = (Text(chance), Languages.All[chance.Next(3)]);
            var before = Stopwatch.GetTimestamp();
            if (Fault(question, text, language) is { } fault)
                return Report($"input {input}, {question.Type}, {language}: {fault}\n{Uri.EscapeDataString(text.Length > 500 ? text[..500] : text)}");
            var took = Stopwatch.GetElapsedTime(before).Ticks;
            if (took > TimeSpan.TicksPerMillisecond * Longest) // What is slow twice is slow by itself; once may be the machine.
            {
                before = Stopwatch.GetTimestamp();
                Fault(question, text, language);
                took = Stopwatch.GetElapsedTime(before).Ticks;
            }
            if (took > slowest)
                (slowest, slowestText) = (took, $"{question.Type} with {question.Choices.Count} options, {text.Length} characters");
            read++;
        }
        var milliseconds = TimeSpan.FromTicks(slowest).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} answers in {clock.Elapsed.TotalSeconds:0} s, none threw; slowest {milliseconds:0.0} ms ({slowestText})"));
        return milliseconds > Longest ? 1 : 0;
    }

    static string? Fault(Question question, string text, Language language)
    {
        try
        {
            var read = Understand.Answer(question, question.Choices, text, language, Today);
            return read.Value is null == read.HintKey is null ? "both or neither of a value and a hint"
                : read.HintKey is { } hint && !RbcBot.Core.Texts.Text.Has(language, hint) ? $"no sentence for {hint}"
                : read.Value is { } value && !IsCanonical(question, value) ? $"{value} is not canonical"
                : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    static int Report(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }

    static string Text(Random chance) => chance.Next(10) switch
    {
        0 => Unicode(chance, chance.Next(40)),
        1 => chance.Next(200) == 0 ? new string(Written[chance.Next(Written.Length)][0], 20_000) : string.Join(chance.Next(2) == 0 ? " " : ",", Enumerable.Repeat(Written[chance.Next(Written.Length)], chance.Next(120))),
        2 or 3 => string.Join(" ,;\n/"[chance.Next(5)], Enumerable.Range(0, chance.Next(6)).Select(_ => Written[chance.Next(Written.Length)])),
        _ => Mutated(chance, Written[chance.Next(Written.Length)]),
    };

    static string Mutated(Random chance, string text)
    {
        for (var slips = chance.Next(4); slips > 0 && text.Length > 0; slips--)
        {
            var at = chance.Next(text.Length);
            text = chance.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Unicode(chance, 1)),
                2 => text[at..] + text[..at],
                _ => text.Insert(at, text.Substring(at, 1)),
            };
        }
        return text;
    }

    static string Unicode(Random chance, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)(chance.Next(3) == 0 ? chance.Next(0x10000) : chance.Next(0x20, 0x7F))));

    static bool IsCanonical(Question question, string value) => question.Type switch
    {
        QuestionType.Integer => Whole().IsMatch(value),
        QuestionType.Decimal or QuestionType.Range => Fraction().IsMatch(value),
        QuestionType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        QuestionType.Time => Clock().IsMatch(value),
        QuestionType.DateTime => Moment().IsMatch(value),
        QuestionType.SelectOne => question.Choices.Any(choice => choice.Name == value),
        QuestionType.SelectMultiple => value.Split(' ').Distinct().All(name => question.Choices.Any(choice => choice.Name == name)),
        QuestionType.Rank => value.Split(' ').Order().SequenceEqual(question.Choices.Select(choice => choice.Name).Order()),
        QuestionType.GeoPoint => Points().IsMatch(value) && !value.Contains(';', StringComparison.Ordinal),
        QuestionType.GeoTrace or QuestionType.GeoShape => Points().IsMatch(value),
        QuestionType.AnotherRepeat => value is "yes" or "no",
        QuestionType.Acknowledge => value == "OK",
        QuestionType.Note => value == "",
        QuestionType.Text => value.Trim().Length > 0,
        _ => false,
    };

    static Question Asked(QuestionType type, Choice[] choices) =>
        new("/data/q", "q", type, 2, false, choices, new Dictionary<string, string>())
        {
            Labels = new Dictionary<string, string>(),
            Range = type == QuestionType.Range ? new RangeSpan(0, 10, 0.5m) : null,
        };

    static Choice Option(string name, string label) => new(name, new Dictionary<string, string> { [""] = label }, new Dictionary<string, string>());

    [GeneratedRegex("^-?[0-9]{1,15}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,15})?$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}\+02:00$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}\+02:00$")]
    private static partial Regex Moment();

    [GeneratedRegex(@"^-?[0-9.]+ -?[0-9.]+ -?[0-9.]+ [0-9.]+(; -?[0-9.]+ -?[0-9.]+ -?[0-9.]+ [0-9.]+)*$")]
    private static partial Regex Points();
}
