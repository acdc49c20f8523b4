using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using RbcBot.Core.People;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;
using RbcBot.Tests.Admin.Rights;
using RbcBot.Tests.Admin.Selection;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

/// <summary>Every page of the console as people see it. RBCBOT_PAGES=all visits every page in every role, language and width; a plain run visits each once.</summary>
[Collection(OneBrowser.Name)]
public sealed class PageTests(Chromium chromium)
{
    const int Tabs = 4, MostBytes = 50_000;

    [BrowserFact]
    public async Task Every_page_is_accessible_fits_its_screen_and_breaks_no_policy()
    {
        var (world, browser) = await FullAsync();
        await using var _ = world;
        using var __ = browser;
        var plan = await PageTour.PlanAsync(world, browser);
        Assert.True(plan.Count > 30, $"Too few pages: {plan.Count}.");
        ConcurrentQueue<string> wrong = [];
        foreach (var visits in plan.GroupBy(visit => visit.Role))
        {
            world.Roles = [visits.Key];
            foreach (var screen in visits.GroupBy(visit => (visit.Language, visit.Width)))
                await TourAsync(world, browser, screen.Key.Language, screen.Key.Width, [.. screen], wrong);
        }
        Assert.True(wrong.IsEmpty, string.Join(Environment.NewLine, wrong));
    }

    [BrowserFact]
    public async Task The_first_view_is_a_page_and_its_stylesheet_of_few_bytes()
    {
        var (world, browser) = await FullAsync();
        await using var _ = world;
        using var __ = browser;
        await using var context = await ContextAsync(world, browser, Language.Fr, PageVisit.Widths[0]);
        var page = await context.NewPageAsync();
        List<IRequest> asked = [];
        page.RequestFinished += (_, request) => asked.Add(request);
        await page.GotoAsync(world.Url + "/console", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var sizes = await Task.WhenAll(asked.Select(request => request.SizesAsync()));
        Assert.Equal(["/console", "/console/assets/console.css"], asked.Select(request => new Uri(request.Url).AbsolutePath).Order(StringComparer.Ordinal));
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 1, MostBytes);
    }

    [BrowserFact]
    public async Task Without_JavaScript_a_list_is_found_sorted_and_read_in_another_language_and_the_menu_opens()
    {
        var (world, browser) = await FullAsync();
        await using var _ = world;
        using var __ = browser;
        await using var context = await ContextAsync(world, browser, Language.En, PageVisit.Widths[0], isScripted: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(world.Url + "/console");
        await Expect(page.GetByTestId("room-audit")).ToBeHiddenAsync();
        await page.Locator(".menu > summary").ClickAsync();
        await page.GetByTestId("room-rounds").ClickAsync();
        await page.GetByTestId("sort-code").ClickAsync();
        await Expect(page.GetByTestId("rounds").Locator("tbody th").First).ToHaveTextAsync("APP");
        await page.GetByTestId("sort-code").ClickAsync();
        await Expect(page.GetByTestId("rounds").Locator("tbody th").First).ToHaveTextAsync("PRE1");
        await page.GetByTestId("language-fr").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await page.GotoAsync(world.Url + "/console/rounds/PRE1/answers");
        await page.Locator("#q").FillAsync("nobody wrote this");
        await page.GetByTestId("filter").ClickAsync();
        await Expect(page.GetByTestId("answers")).ToHaveCountAsync(0);
        await page.GetByTestId("filter-clear").ClickAsync();
        await Expect(page.GetByTestId("answers").Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("table-next")).ToHaveCountAsync(0);
    }

    static async Task<(ConsoleWorld, ConsoleBrowser)> FullAsync()
    {
        var (world, browser) = await FullConsole.StartAsync(Enum.GetValues<Role>());
        world.Safety.Alerts.Add(new SafetyAlert("alert1", FullConsole.Aline, SafetyMatter.Imminent, DateTimeOffset.UnixEpoch, null, "1"));
        world.Selections.Runs.Add(ConfirmTests.Run());
        world.Pairings.Trainees.Add(FullConsole.Aline);
        return (world, browser);
    }

    async Task TourAsync(ConsoleWorld world, ConsoleBrowser browser, Language language, int width, PageVisit[] visits, ConcurrentQueue<string> wrong)
    {
        var axe = new BundledAxeScriptProvider().GetScript();
        await using var context = await ContextAsync(world, browser, language, width);
        await Parallel.ForEachAsync(visits, new ParallelOptions { MaxDegreeOfParallelism = Tabs }, async (visit, _) =>
        {
            var page = await context.NewPageAsync();
            foreach (var fault in await visit.FaultsAsync(page, world.Url, axe))
                wrong.Enqueue(fault);
            await page.CloseAsync();
        });
    }

    // She is signed in already: her stay goes along.
    async Task<IBrowserContext> ContextAsync(ConsoleWorld world, ConsoleBrowser browser, Language language, int width, bool isScripted = true)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = Languages.Code(language), JavaScriptEnabled = isScripted });
        await context.AddCookiesAsync([new Cookie { Name = "rbc-console", Value = browser.StayId ?? throw new InvalidOperationException("Nobody is signed in."), Url = world.Url + "/console" }]);
        return context;
    }
}
