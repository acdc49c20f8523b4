using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Given;

/// <summary>One running bot with round B1 open, for all tests of a class.</summary>
public sealed class RunningBot : IAsyncLifetime
{
    internal const string Code = "B1";

    BotProcess? process;
    int phones;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("rbcbot-running-").FullName;

    internal static string GuideB { get; } = Path.Combine(House.Root, "content", "forms", "guide-b.xlsx");

    internal BotProcess Bot => process ?? throw new InvalidOperationException("The bot has not been started.");

    internal HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        process = await BotProcess.StartAsync(Folder);
        Http.BaseAddress = new Uri(process.Url);
        var (exitCode, _, errors) = await CommandAsync("round", "open", GuideB, "--code", Code);
        Assert.True(exitCode == 0, errors);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Bot.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal Task<(int ExitCode, string Output, string Errors)> CommandAsync(params string[] arguments) =>
        BotProcess.RunCommandAsync(Folder, arguments, ("Urls", Bot.Url));

    internal WebPhone NewPhone() => new(Http, string.Create(CultureInfo.InvariantCulture, $"acceptance-{Interlocked.Increment(ref phones):000}"));

    /// <summary>A phone that has agreed to B1 in a language and sees the first question.</summary>
    internal async Task<WebPhone> AtFirstQuestionAsync(string language)
    {
        var phone = NewPhone();
        await phone.EnterAsync(Code);
        await phone.PressAsync($"l:{language}");
        await phone.PressAsync("c:yes");
        Assert.Contains("1/58 · ", phone.Last.Text);
        return phone;
    }

    /// <summary>Posts a body as it is.</summary>
    internal async Task<(HttpStatusCode Status, string Sentence)> PostAsync(
        string session, byte[] body, string type = "application/json", string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/chat/{session}/messages", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, Sentence(await answer.Content.ReadAsStringAsync()));
    }

    internal Task<(HttpStatusCode Status, string Sentence)> PostAsync(string session, string body, string type = "application/json", string language = "en") =>
        PostAsync(session, Encoding.UTF8.GetBytes(body), type, language);

    // The server itself refuses the worst without a word.
    static string Sentence(string answer) =>
        answer.Length > 0 && JsonSerializer.Deserialize<JsonElement>(answer).TryGetProperty("message", out var message) ? message.GetString() ?? "" : "";
}
