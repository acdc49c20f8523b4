using Microsoft.Playwright;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class ChatTests(Chromium chromium)
{
    const string Code = "GUIDEB";
    const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    [BrowserFact]
    public async Task On_320_pixels_nothing_scrolls_sideways()
    {
        await using var bot = await BotAsync();
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code, width: 320);
        await phone.BeginAsync(Language.Rw);
        await phone.AnswerAsync(new Interviewee(Shipped.Form("guide-b.xlsx"), Language.Rw), Language.Rw, until: "b11");
        await phone.SayAsync(new string('m', 300));
        await phone.ReadAsync();
        Assert.Equal(320, await phone.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.getElementById('log').scrollWidth)"));
        Assert.Empty(phone.Faults.Seen);
    }

    [BrowserFact]
    public async Task What_somebody_writes_is_never_more_than_text()
    {
        await using var bot = await BotAsync();
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Language.En);
        await phone.PressAsync(Text.Of(Language.En, "talk.command.skip"));
        await phone.SeeAsync("2/");
        await phone.SayAsync(Markup);
        await phone.SeeAsync("3/");
        await Expect(phone.Page.Locator("#log")).ToContainTextAsync(Markup);

        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.GoAsync($"/rounds/{Code}/answers");
        await Expect(claire.Page.GetByTestId("answers")).ToContainTextAsync(Markup);
        await claire.OpenFirstPersonAsync(Code);
        await Expect(claire.Page.GetByTestId("answer-list")).ToContainTextAsync(Markup);
        Assert.Empty(phone.Faults.Seen.Concat(claire.Faults.Seen));
    }

    [BrowserFact]
    public async Task Who_was_shown_whom_to_call_can_ask_for_a_call_whatever_was_said_after_it()
    {
        await using var bot = await BotAsync();
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.ReadAsync();
        await phone.SayAsync("en français");
        await phone.SeeAsync(Text.Of(Language.Fr, "talk.agree"));
        await Expect(phone.Page).ToHaveTitleAsync(Text.Of(Language.Fr, "chat.title"));
        await phone.SayAsync("je veux mourir");
        await phone.SeeAsync(Text.Of(Language.Fr, "talk.command.resume"));
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = Text.Of(Language.Fr, "safety.call"), Exact = true }).ClickAsync();
        await Expect(phone.Page.Locator("#log .mine").Last).ToContainTextAsync(Text.Of(Language.Fr, "safety.call"));
    }

    [BrowserFact]
    public async Task What_is_written_without_a_line_is_sent_when_it_is_back()
    {
        await using var bot = await BotAsync();
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Language.Fr);
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.SayAsync("Musanze");
        await Expect(phone.Page.Locator("#notice")).ToHaveTextAsync(Text.Of(Language.Fr, "chat.offline"));
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.SeeAsync("2/");
    }

    static async Task<LiveBot> BotAsync()
    {
        var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync("guide-b.xlsx", Code);
        return bot;
    }
}
