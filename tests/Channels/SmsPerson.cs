using System.Text;
using System.Text.RegularExpressions;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>A health worker with a simple phone: reads what comes by SMS and writes back the number or word that stands before an answer. What passes is a text that a trainer can read, with what each message costs.</summary>
sealed partial class SmsPerson(FakeTwilio twilio, string number, Interviewee person, Language language)
{
    readonly StringBuilder transcript = new();

    public string Asked { get; private set; } = "";

    public string Transcript => transcript.ToString();

    /// <summary>Writes, and reads until something is asked.</summary>
    public async Task SayAsync(string words)
    {
        transcript.AppendLine($"> {words}");
        await twilio.TextAsync(number, words);
        do
        {
            var message = await twilio.NextAsync(number);
            Asked = message.Text;
            transcript.AppendLine("< " + Asked.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal));
            transcript.AppendLine($"  [{SmsLength.Of(Asked).Segments} SMS]");
            await twilio.DeliverAsync(number, message);
        }
        while (!Offer().IsMatch(Asked) && person.Question(Asked) is null && !Asked.Contains(Plain("interview.thanks"), StringComparison.Ordinal));
    }

    /// <summary>Writes what stands before the label.</summary>
    public Task ChooseAsync(string label) => SayAsync(Key(label));

    /// <summary>Answers what is asked until no question is left.</summary>
    public async Task AnswerAsync()
    {
        while (!Asked.Contains(Plain("talk.review"), StringComparison.Ordinal) && person.Question(Asked) is { } question)
            await SayAsync(person.Answer(question) is { Words.Length: > 0 } answer ? answer.Words : string.Join(' ', person.Answer(question).Presses.Select(Key)));
    }

    // SMS are written without typographic signs.
    string Plain(string key) => Text.Of(language, key).Replace('\u2019', '\'').Split('\n', '{')[0].Trim();

    string Key(string label) =>
        Regex.Match(Asked, @$"^(\w+)[.:] {Regex.Escape(label.Replace('\u2019', '\'').Replace('\u00b7', '-'))}$", RegexOptions.Multiline) is { Success: true } line ? line.Groups[1].Value : label;

    [GeneratedRegex(@"^\w+[.:] \S", RegexOptions.Multiline)]
    private static partial Regex Offer();
}
