using RbcBot.Tests.Admin.Rounds;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class ConsoleTests(Chromium chromium)
{
    static readonly string[] Pages = ["", "/account", "/accounts", "/sign-in", "/sign-in/enrol", "/rounds", "/applications", "/selection", "/lessons", "/feedback", "/report", "/channels", "/rounds/GUIDEB", "/rounds/GUIDEB/answers", "/rounds/GUIDEB/remarks", "/rounds/simulator", "/rounds/GUIDEB/simulator"];

    [BrowserFact]
    public async Task A_broken_spreadsheet_shows_sheet_and_row()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.UploadAsync(Sheets.Of(["type", "name", "label"], ["text", "a", "A"], ["text", "a", "Again"]), "twice.xlsx", "TWICE");
        var finding = claire.Page.GetByTestId("findings").Locator("tbody tr").First;
        await Expect(finding.Locator("td").Nth(1)).ToHaveTextAsync("survey");
        await Expect(finding.Locator("td").Nth(2)).ToHaveTextAsync("3");
        await Expect(claire.Page.GetByTestId("rounds")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Every_page_keeps_its_policy_and_fits_a_small_phone()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync("guide-b.xlsx", "GUIDEB");
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.Page.SetViewportSizeAsync(320, 640);
        foreach (var page in Pages)
        {
            await claire.GoAsync(page);
            await Expect(claire.Page.Locator("h1")).ToHaveCountAsync(1);
            Assert.Equal((page, 320), (page, await claire.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }

        Assert.Empty(claire.Faults.Seen);
    }
}
