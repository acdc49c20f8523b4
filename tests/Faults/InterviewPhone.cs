using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>Somebody who answers an interview while the bot dies again and again, and writes down what was acknowledged.</summary>
sealed partial class InterviewPhone(HttpClient http, int number, Form form, TimeSpan thinking)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Again = TimeSpan.FromMilliseconds(40);

    readonly Random chance = new(number);
    readonly List<GivenAnswer> acknowledged = [];
    readonly List<string> asked = [];

    public WebPhone Phone { get; } = new(http, $"interview-phone-{number:00}");

    /// <summary>Its own log: answers for which 202 came.</summary>
    public IReadOnlyList<GivenAnswer> Acknowledged => acknowledged;

    /// <summary>Questions in the order in which they were put; redrawn buttons are no new question.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>Messages that had to be sent more than once.</summary>
    public int SentAgain { get; private set; }

    public bool IsFinished { get; private set; }

    /// <summary>The name that tells its row in the export from the others.</summary>
    public string Facility => $"CS Phone {number}";

    public async Task AnswerAllAsync()
    {
        await SayAsync(Message("enter", "B1"));
        while (!IsFinished)
        {
            await Task.Delay(thinking * (0.5 + chance.NextDouble()));
            await StepAsync(Phone.Last);
        }
    }

    async Task StepAsync(Bubble shown)
    {
        if (Question() is { } question)
            await AnswerAsync(question, shown);
        else if (shown.Offered.FirstOrDefault(choice => choice.Payload is "l:en" or "c:yes") is { } on)
            await SayAsync(Message("choice", on.Payload));
        else
            IsFinished = shown.Text.Contains("Thank you", StringComparison.Ordinal);
        Assert.True(IsFinished || Phone.Last.N > shown.N, $"{Facility} does not know what to do with: {shown.Text}");
    }

    async Task AnswerAsync(Question question, Bubble shown)
    {
        switch (question.Type)
        {
            case QuestionType.SelectOne:
                var choice = shown.Answers[chance.Next(shown.Answers.Count)];
                await GiveAsync(question, Name(question, choice), Message("choice", choice.Payload));
                break;
            case QuestionType.SelectMultiple when shown.Answers.FirstOrDefault(answer => answer.Ticked) is { } ticked:
                await GiveAsync(question, Name(question, ticked), Message("choice", shown.Button("Done").Payload));
                break;
            case QuestionType.SelectMultiple:
                await SayAsync(Message("choice", shown.Answers[0].Payload));
                break;
            default:
                var words = question.Type == QuestionType.Integer ? $"{chance.Next(1, 50)}" : question.Name == "b1_facility" ? Facility : $"{question.Name} of phone {number}";
                await GiveAsync(question, words, Message("text", words));
                break;
        }
    }

    async Task GiveAsync(Question question, string value, Dictionary<string, string> message)
    {
        await PostAsync(message);
        acknowledged.Add(new GivenAnswer(question.Path, value));
        await HearAsync();
    }

    async Task SayAsync(Dictionary<string, string> message)
    {
        await PostAsync(message);
        await HearAsync();
    }

    // As the page does: the same message with the same id until it is acknowledged.
    async Task PostAsync(Dictionary<string, string> message)
    {
        var since = Stopwatch.GetTimestamp();
        while (await StatusAsync(message) is var status && status != HttpStatusCode.Accepted)
        {
            Assert.True(status is null or HttpStatusCode.ServiceUnavailable, $"{Facility} got {status}.");
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{Facility} could not send.");
            SentAgain++;
            await Task.Delay(Again);
        }
    }

    async Task<HttpStatusCode?> StatusAsync(Dictionary<string, string> message)
    {
        try
        {
            return await Phone.PostAsync(message, CancellationToken.None);
        }
        catch (Exception fault) when (IsGone(fault))
        {
            return null;
        }
    }

    // .NET lets a bare SocketException through when the bot goes between the connection and its first byte.
    static bool IsGone(Exception fault) => fault is HttpRequestException or IOException or SocketException;

    async Task HearAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if ((await Phone.LookAsync(wait: 20, CancellationToken.None)).Count > 0)
                    break;
            }
            catch (Exception fault) when (IsGone(fault))
            {
                await Task.Delay(Again);
            }
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{Facility} hears nothing after message {Phone.Seen.Count}.");
        }
        if (!Phone.Last.Redraws && Question() is { } question)
            asked.Add(question.Path);
    }

    Dictionary<string, string> Message(string kind, string words) => new() { ["id"] = Phone.NextId(), [kind] = words };

    /// <summary>The question that is on the screen, by its label; of two that read the same, the one that was not answered.</summary>
    Question? Question() => Place().Matches(Phone.Last.Text).LastOrDefault() is not { } place ? null
        : form.Questions.FirstOrDefault(question => question.IsAsked && Sounds(question, place.Groups[1].Value) && acknowledged.All(given => given.Path != question.Path))
            ?? throw new InvalidOperationException($"{Facility} was asked again: {place.Value}");

    static bool Sounds(Question question, string words) => question.Labels["en"] == words || Heard.Rest(question.Labels["en"]) == words;

    static string Name(Question question, BubbleChoice pressed) => question.Choices.First(choice => choice.Label("en") == pressed.Label).Name;

    [GeneratedRegex(@"^\d+/\d+ · (.+)$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
