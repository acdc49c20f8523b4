using Microsoft.Playwright;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

/// <summary>A long list and a photo on a phone, and the photo in the console.</summary>
[Collection(OneBrowser.Name)]
public sealed class SpokenTests(Chromium chromium)
{
    const string Code = "VISIT";

    [BrowserFact]
    public async Task A_health_centre_is_picked_from_512_and_a_photo_is_sent()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync(SpokenForm.Visit, "visit.xlsx", Code);
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Language.En);
        await phone.PressAsync("Huye (17)");
        await phone.PressAsync("Page 2 of 3 ▶");
        await SeeWholeAsync(phone, "list");
        await phone.PressAsync("CS Mbogo (Huye)");
        await phone.SeeAsync("2/");
        await SeeWholeAsync(phone, "photo");
        await phone.Last.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "front.png", MimeType = "image/png", Buffer = await PictureAsync(phone) });
        await phone.SeeAsync(Text.Of(Language.En, "talk.sent"));
        Assert.Empty(phone.Faults.Seen);

        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.GoAsync($"/rounds/{Code}/answers");
        await claire.OpenFirstPersonAsync(Code);
        await Expect(claire.Page.Locator("img.sent")).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await claire.Page.Locator("img.sent").EvaluateAsync<bool>("image => image.naturalWidth > 0"));
        Assert.Empty(claire.Faults.Seen);
    }

    [BrowserFact]
    public async Task A_page_is_turned_by_keyboard_and_the_focus_stays_in_the_list()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync(SpokenForm.Visit, "visit.xlsx", Code);
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Language.En);
        await phone.Last.GetByRole(AriaRole.Button, new() { Name = "Huye (17)", Exact = true }).PressAsync("Enter");
        await Expect(phone.Last.GetByRole(AriaRole.Button, new() { Name = "CS Kabeza (Huye)", Exact = true })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_place_is_shared_when_the_phone_gives_it()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync(SpokenForm.Where, "where.xlsx", Code);
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await phone.Page.Context.SetGeolocationAsync(new() { Latitude = -1.9501f, Longitude = 30.0588f, Accuracy = 12 });
        await phone.BeginAsync(Language.En);
        await phone.PressAsync(Text.Of(Language.En, "chat.share.location"));
        await Expect(phone.Page.Locator("#log")).ToContainTextAsync(Text.Of(Language.En, "talk.sent.location"));
        await phone.SeeAsync("2/");
    }

    /// <summary>Nothing wider than the phone; a picture of it where SCREENSHOTS names a folder.</summary>
    static async Task SeeWholeAsync(Phone phone, string name)
    {
        Assert.Equal(360, await phone.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.getElementById('log').scrollWidth)"));
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    /// <summary>A picture of the page itself: a real PNG, larger than the chat sends.</summary>
    static Task<byte[]> PictureAsync(Phone phone) => phone.Page.ScreenshotAsync();
}
