using System.Diagnostics;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>One turn as a phone feels it.</summary>
/// <param name="Acknowledged">Milliseconds until 202.</param>
/// <param name="Answered">Milliseconds until the answer stood on the screen.</param>
readonly record struct Felt(double Acknowledged, double Answered);

/// <summary>Answers one interview after the other as fast as the bot does, a new person each time.</summary>
sealed class Interviewee(HttpClient http, int number)
{
    public List<Felt> Turns { get; } = [];

    public async Task TalkAsync(CancellationToken stop)
    {
        for (var person = 0; !stop.IsCancellationRequested; person++)
        {
            var phone = new WebPhone(http, $"bench-phone-{number}-{person}");
            await SayAsync(phone, new { id = phone.NextId(), enter = "B1" });
            while (!stop.IsCancellationRequested && Answer(phone) is { } answer)
                await SayAsync(phone, answer);
        }
    }

    // Null when the interview is over.
    static object? Answer(WebPhone phone)
    {
        var shown = phone.Last;
        if (shown.Offered.FirstOrDefault(choice => choice.Payload is "l:en" or "c:yes") is { } on)
            return new { id = phone.NextId(), choice = on.Payload };
        if (!shown.Text.Contains(" · ", StringComparison.Ordinal))
            return null;
        if (shown.Answers.Count == 0)
            return new { id = phone.NextId(), text = "7" };
        var done = shown.Answers.Any(choice => choice.Ticked) ? shown.Button("Done") : shown.Answers[0];
        return new { id = phone.NextId(), choice = done.Payload };
    }

    async Task SayAsync(WebPhone phone, object message)
    {
        var since = Stopwatch.GetTimestamp();
        await phone.PostAsync(message, CancellationToken.None);
        var acknowledged = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        await phone.LookAsync(wait: 20, CancellationToken.None);
        Turns.Add(new Felt(acknowledged, Stopwatch.GetElapsedTime(since).TotalMilliseconds));
    }
}
