using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Acceptance;

/// <summary>F24: names, phones, texts and tokens are planted everywhere, all is logged that can be, and none of them shows.</summary>
public sealed class LogScanTests : IDisposable
{
    const string Name = "Uwimana Plantedname", Phone = "0788999111", Words = "Ibanga ryanjye planted", Session = "planted-session-9", Bearer = "planted-metrics-token", Secret = "planted-hook-secret";
    const long Chat = 90210077;

    static readonly string[] Planted = ["Plantedname", Phone, "planted", "Ibanga", "90210077", FakeTelegram.Token, "fake-token"];

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-logscan-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_that_people_wrote_nor_a_secret_is_in_the_logs_or_the_figures()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        var bot = await StartAsync(telegram);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        await OpenAsync(bot.Url);
        await TalkOnTheWebAsync(http);
        await TalkOnTelegramAsync(telegram);
        await KnockAtTheConsoleAsync(bot.Url);
        var figures = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        await telegram.DisposeAsync(); // the line breaks: that is logged too
        await bot.StopAsync();

        Assert.Contains(bot.OutputLines, line => IsLogged(line, "Warning"));
        Assert.All(bot.OutputLines.Append(figures), line => Assert.DoesNotContain(Planted, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    static async Task TalkOnTheWebAsync(HttpClient http)
    {
        var phone = new WebPhone(http, Session);
        await phone.EnterAsync("LOG");
        await phone.PressAsync("l:en");
        await phone.PressAsync("c:yes");
        await phone.SayAsync(Name);
        await phone.SayAsync(Words); // no number: refused
        await phone.SayAsync(Phone);
        foreach (var body in new[] { $"{{\"id\":\"x\",\"text\":\"{Words}\"", $"[\"{Phone}\"]", $"{{\"id\":\"y\",\"text\":\"{Name}\\ud83d\"}}" })
            await RefusedAsync(http, body);
    }

    static async Task KnockAtTheConsoleAsync(string url)
    {
        using var browser = new ConsoleBrowser(url);
        await browser.GetAsync($"/console/people/{Uri.EscapeDataString(Words)}?q={Phone}");
        await browser.GetAsync("/console/sign-in?to=/console/rounds?q=planted");
        await browser.SubmitAsync("/console/sign-in", ("name", Name), ("password", Words), ("to", "/console/x\nplanted"));
        await browser.SubmitAsync("/console/language", ("language", Words), ("to", $"/console/{Words}"));
    }

    static async Task RefusedAsync(HttpClient http, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"/chat/{Session}/messages", UriKind.Relative), content);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    static async Task TalkOnTelegramAsync(FakeTelegram telegram)
    {
        telegram.FailNext("sendMessage", new FakeTelegramFault(400, $"Bad Request: {Words}"));
        telegram.Happens(Unreadable());
        telegram.Happens(FakeTelegramPeople.Sent(Chat, "contact", new JsonObject { ["phone_number"] = Phone, ["first_name"] = Name }));
        telegram.Says(Chat, "/start LOG");
        telegram.Says(Chat, Words);
        await telegram.NextAsync(Chat);
    }

    /// <summary>Telegram vouches for it, and it is no message that we know.</summary>
    static JsonObject Unreadable()
    {
        var said = FakeTelegramPeople.Said(Chat, Words);
        said["message"]!["date"] = Words;
        return said;
    }

    static bool IsLogged(string line, string level) =>
        line.StartsWith('{') && JsonSerializer.Deserialize<JsonElement>(line).GetProperty("LogLevel").GetString() == level;

    Task<BotProcess> StartAsync(FakeTelegram telegram) => BotProcess.StartAsync(
        folder, null,
        ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl), ("Telegram__WebhookSecret", Secret), ("Metrics__Token", Bearer),
        ("Logging__Console__FormatterName", "json"), ("Logging__LogLevel__Default", "Trace"));

    async Task OpenAsync(string url)
    {
        var file = Path.Combine(folder, "log.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx.Of(("survey", "type|name|label\ntext|who|Your name?\ninteger|phone|Your number?\ntext|b|More?"), ("settings", "form_id\nlog")));
        Assert.Equal(0, (await BotProcess.RunCommandAsync(folder, ["round", "open", file, "--code", "LOG"], ("Urls", url))).ExitCode);
    }
}
