using System.Text;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>A health worker on WhatsApp: reads what comes, presses what can be pressed and writes the rest. What passes is a text that a trainer can read.</summary>
sealed class WhatsAppPerson(IWhatsAppWorld world, string number, Interviewee person, Language language)
{
    readonly StringBuilder transcript = new();

    public FakeWhatsAppMessage Asked { get; private set; } = null!; // set by the first ReadAsync

    public string Transcript => transcript.ToString();

    bool IsThanks => Asked.Text.Contains(Text.Of(language, "interview.thanks"), StringComparison.Ordinal);

    bool IsReview => Asked.Text.Contains(Text.Of(language, "talk.review"), StringComparison.Ordinal);

    /// <summary>Writes, and reads until something is asked.</summary>
    public async Task SayAsync(string words)
    {
        transcript.AppendLine($"> {words}");
        await world.SayAsync(number, words);
        await ReadAsync();
    }

    /// <summary>Presses the button or the row of the newest message.</summary>
    public async Task PressAsync(string label)
    {
        var option = Asked.Option(label) ?? throw new InvalidOperationException($"No \"{label}\" under \"{Asked.Text}\".");
        transcript.AppendLine($"> ({option.Shown})");
        await world.PressAsync(number, Asked, option);
        await ReadAsync();
    }

    /// <summary>Answers what is asked until the question of the name, or until no question is left.</summary>
    public async Task AnswerAsync(string until = "")
    {
        while (!IsReview && person.Question(Asked.Text) is { } question && question.Name != until)
            await AnswerAsync(person.Answer(question));
    }

    async Task ReadAsync()
    {
        do
        {
            Asked = await world.NextAsync(number);
            transcript.AppendLine("< " + Asked.Text.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal));
            if (Asked.Options.Count > 0)
                transcript.AppendLine($"  {(Asked.Opener.Length > 0 ? $"[{Asked.Opener}] " : "")}{string.Join(' ', Asked.Options.Select(option => $"({option.Shown})"))}");
            await world.ReadAsync(number, Asked);
        }
        while (Asked.Options.Count == 0 && person.Question(Asked.Text) is null && !IsReview && !IsThanks);
    }

    Task AnswerAsync((IReadOnlyList<string> Presses, string Words) answer) => answer switch
    {
        { Words.Length: > 0 } => SayAsync(answer.Words),
        { Presses: [var only] } when Asked.Option(only) is not null => PressAsync(only),
        _ => SayAsync(string.Join(' ', answer.Presses.Select(Number))),
    };

    // What cannot be pressed is written under the question, with the number to answer by.
    string Number(string label) => Regex.Match(Asked.Text, @$"^([0-9]+)\. {Regex.Escape(label)}$", RegexOptions.Multiline) is { Success: true } line ? line.Groups[1].Value : label;
}
