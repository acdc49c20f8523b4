using RbcBot.Tests.Admin.Rounds;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class SimulatorTests(Chromium chromium)
{
    const string Page = "/rounds/GUIDEB/simulator";

    [BrowserFact]
    public async Task An_author_answers_as_a_trainee_changes_the_language_and_sees_why_a_row_is_not_asked()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync("guide-b.xlsx", "GUIDEB");
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.GoAsync(Page);
        await claire.Page.GetByTestId("on-telegram").Locator("button").First.ClickAsync();
        await SayAsync(claire, "1");
        await SayAsync(claire, "Kinyinya");
        await claire.Page.GetByTestId("on-whatsapp").Locator("button:enabled").First.ClickAsync();

        await Expect(claire.Page.GetByTestId("state-b1_facility")).ToContainTextAsync("Kinyinya");
        await Expect(claire.Page.GetByTestId("state-b7")).ToContainTextAsync("${b6} = 'yes'");
        await Expect(claire.Page.Locator("tr.asked")).ToHaveAttributeAsync("data-test", "state-b3");
        await claire.PressAsync("speak-fr");
        await Expect(claire.Page.GetByTestId("on-sms")).ToContainTextAsync("Quelle est votre profession");
        await Expect(claire.Page.Locator("tr.asked")).ToHaveAttributeAsync("data-test", "state-b3");
        Assert.Empty(claire.Faults.Seen);
    }

    [BrowserFact]
    public async Task A_calculated_value_that_no_trainee_sees_is_shown_to_the_author()
    {
        await using var bot = await LiveBot.StartAsync();
        var file = Sheets.Of(["type", "name", "label", "calculation"], ["integer", "age", "How old are you?", ""], ["calculate", "twice", "", "${age} * 2"], ["text", "work", "What is your work?", ""]);
        await bot.OpenRoundAsync(file, "small.xlsx", "SMALL");
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.GoAsync("/rounds/SMALL/simulator");
        await claire.Page.GetByTestId("on-whatsapp").Locator("button").First.ClickAsync();
        await SayAsync(claire, "21");
        await claire.GoAsync("/rounds/SMALL/simulator?rows=hidden");
        await Expect(claire.Page.GetByTestId("states").Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(claire.Page.GetByTestId("state-twice")).ToContainTextAsync("42");
    }

    static async Task SayAsync(ConsoleVisitor claire, string words)
    {
        await claire.Page.Locator("#words").FillAsync(words);
        await claire.PressAsync("say");
    }
}
