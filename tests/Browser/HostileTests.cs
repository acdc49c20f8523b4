using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using RbcBot.Core.Texts;
using RbcBot.Tests.Admin.Rounds;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Browser;

/// <summary>F15: 300 ways of markup through chat, answers, a form's labels and a file's name, on every page that links lead to.</summary>
[Collection(OneBrowser.Name)]
public sealed class HostileTests(Chromium chromium)
{
    const string Code = "HOSTILE";
    const int OfSession = 15, MostPages = 60;

    [BrowserFact]
    public async Task Nothing_that_somebody_wrote_runs_on_any_page()
    {
        await using var bot = await LiveBot.StartAsync("--Inbox:MessagesPerMinute=1000000");
        var rows = Enumerable.Range(0, OfSession).Select(index => (string[])["text", $"t{index}", HostileTexts.Markup[index * 7], HostileTexts.Markup[index * 11]]);
        await bot.OpenRoundAsync(Sheets.Of([["type", "name", "label", "hint"], .. rows]), "<img src=x onerror=alert(1)>.xlsx", Code);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        foreach (var (texts, session) in HostileTexts.Markup.Chunk(OfSession).Select((texts, session) => (texts, session)))
            await SayAsync(http, $"hostile-browser-{session:000}", texts);

        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        Assert.True(await VisitAsync(claire) > 30, "Too few pages were seen.");
        Assert.Empty(claire.Faults.Seen);
    }

    [BrowserFact]
    public async Task Markup_in_the_chat_is_shown_and_does_not_run()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync(Sheets.Of([["type", "name", "label"], .. Enumerable.Range(0, OfSession).Select(index => (string[])["text", $"t{index}", HostileTexts.Markup[index]])]), "chat.xlsx", Code);
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Language.En);
        for (var index = 0; index < OfSession - 1; index++)
        {
            await phone.SayAsync(HostileTexts.Markup[^(index + 1)]);
            await phone.SeeAsync($"{index + 2}/");
        }
        Assert.Empty(phone.Faults.Seen);
    }

    [BrowserFact]
    public async Task A_script_that_got_into_a_page_would_be_kept_from_running_and_reported()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.GoAsync("/sign-in");
        var counted = new TaskCompletionSource();
        using var figures = new MeterListener { InstrumentPublished = Hear };
        figures.SetMeasurementEventCallback<long>((_, _, _, _) => counted.TrySetResult());
        figures.Start();
        await claire.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')");
        await counted.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.NotEmpty(claire.Faults.Seen);
        Assert.False(await claire.Page.EvaluateAsync<bool>("window.ran === true"));
    }

    static void Hear(Instrument instrument, MeterListener figures)
    {
        if (instrument.Name == "rbcbot.csp.violations")
            figures.EnableMeasurementEvents(instrument);
    }

    static async Task<int> VisitAsync(ConsoleVisitor claire)
    {
        HashSet<string> seen = [];
        Queue<string> wanted = new(["/console/rounds/HOSTILE/answers", "/console"]);
        while (seen.Count < MostPages && wanted.TryDequeue(out var page))
            if (seen.Add(page))
            {
                await claire.GoAsync(page["/console".Length..]);
                foreach (var link in Crawl.Links(await claire.Page.ContentAsync()))
                    wanted.Enqueue(link);
            }
        return seen.Count;
    }

    static async Task SayAsync(HttpClient http, string session, string[] texts)
    {
        object[] first = [new { id = "e", enter = Code }, new { id = "l", choice = "l:en" }, new { id = "c", choice = "c:yes" }];
        foreach (var message in first.Concat(texts.Select((text, index) => (object)new { id = $"t{index}", text })))
            (await http.PostAsJsonAsync($"/chat/{session}/messages", message)).Dispose();
    }
}
