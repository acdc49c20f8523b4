using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.Problems;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Web;

/// <summary>What was wrong with a request to the web chat, told in the caller's language.</summary>
static class WebProblem
{
    public static readonly Problem Json = new("400.1", "chat.problem.json", []);
    public static readonly Problem Id = new("400.2", "chat.problem.id", []);
    public static readonly Problem Said = new("400.3", "chat.problem.said", []);
    public static readonly Problem Session = new("400.4", "chat.problem.session", []);
    public static readonly Problem After = new("400.5", "chat.problem.after", []);
    public static readonly Problem File = new("400.6", "chat.problem.file", []);
    public static readonly Problem NoMedia = new("404.1", "chat.problem.media", []);
    public static readonly Problem Large = new("413.2", "chat.file-large", []);
    public static readonly Problem FileType = new("415.2", "chat.file-type", []);
    public static readonly Problem Many = new("429.1", "chat.file-many", []);
    public static readonly Problem Fast = new("429.2", "chat.problem.fast", []);
    public static readonly Problem TooLong = new("413.1", "chat.too-long", []);
    public static readonly Problem Type = new("415.1", "chat.problem.type", []);
    public static readonly Problem Busy = new("503.1", "chat.problem.busy", []);

    /// <summary>Too much at once, from all: come again in a moment.</summary>
    /// <param name="card">What the page shows at once, though the words were not taken; null when they speak of no danger.</param>
    public static Task WriteBusyAsync(HttpContext http, Outbound? card = null) => WriteAsync(http, Busy, Intake.SecondsUntilLessBusy, card);

    /// <summary>The problem, and after how many seconds the same may be sent again.</summary>
    public static Task WriteAsync(HttpContext http, Problem problem, int seconds, Outbound? card = null)
    {
        if (!http.Response.HasStarted)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(http, problem, card);
    }

    public static Task WriteAsync(HttpContext http, Problem problem, Outbound? card = null)
    {
        if (http.Response.HasStarted)
            return Task.CompletedTask;
        var language = LanguageOf(http.Request);
        http.Response.StatusCode = int.Parse(problem.Number.Split('.')[0], CultureInfo.InvariantCulture);
        http.Response.Headers.ContentLanguage = Languages.Code(language);
        return http.Response.WriteAsJsonAsync(
            new Told(problem.Number, Text.Of(language, problem.Key, [.. problem.Details]), card?.Text), AsTold, http.RequestAborted);
    }

    static readonly JsonSerializerOptions AsTold = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    sealed record Told(string Problem, string Message, string? Card);

    /// <summary>The language that the caller reads.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
            ? wanted.OrderByDescending(each => each.Quality ?? 1)
                .Select(each => Languages.Parse(each.Value.Value)).FirstOrDefault(each => each is not null) ?? Language.En
            : Language.En;
}
