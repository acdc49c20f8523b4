using Microsoft.Playwright;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

/// <summary>An administrator at her computer, in a browser of her own.</summary>
sealed class ConsoleVisitor : IAsyncDisposable
{
    public const string Name = "Claire";
    const string Password = "a calm long sentence";

    readonly IBrowserContext context;
    readonly string url;

    ConsoleVisitor(IBrowserContext context, IPage page, string url) => (this.context, this.url, Page, Faults) = (context, url, page, new PageFaults(page));

    public IPage Page { get; }

    /// <summary>Her phone with the codes.</summary>
    public AuthenticatorApp Phone { get; } = new(TimeProvider.System);

    public PageFaults Faults { get; }

    public static async Task<ConsoleVisitor> OpenAsync(IBrowser browser, string url, bool isScripted = true)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 }, Locale = "en", AcceptDownloads = true, JavaScriptEnabled = isScripted });
        return new ConsoleVisitor(context, await context.NewPageAsync(), url);
    }

    /// <summary>Follows the printed link, makes the account with its second factor, and signs in with it anew.</summary>
    public async Task BecomeAdministratorAsync(string firstRunLink)
    {
        await BeginAsync(firstRunLink);
        Phone.Scan(await Page.ContentAsync());
        await Page.Locator("#code").FillAsync(Phone.NextCode());
        await PressAsync("enrol");
        await PressAsync("codes-kept");
        await PressAsync("sign-out");
        await SignInAsync();
    }

    /// <summary>As far as the page that asks for a second factor.</summary>
    public async Task BeginAsync(string firstRunLink)
    {
        await Page.GotoAsync(firstRunLink);
        await Page.Locator("#name").FillAsync(Name);
        await Page.Locator("#password").FillAsync(Password);
        await Page.Locator("#again").FillAsync(Password);
        await PressAsync("first-run");
        await Expect(Page.GetByTestId("secret")).ToBeVisibleAsync();
    }

    public async Task SignInAsync()
    {
        await EnterPasswordAsync();
        await Page.Locator("#code").FillAsync(Phone.NextCode());
        await PressAsync("code");
        await Expect(Page.GetByTestId("sign-out")).ToBeVisibleAsync();
    }

    public async Task EnterPasswordAsync()
    {
        await GoAsync("");
        await Page.Locator("#name").FillAsync(Name);
        await Page.Locator("#password").FillAsync(Password);
        await PressAsync("sign-in");
    }

    public Task GoAsync(string path) => Page.GotoAsync($"{url}/console{path}");

    public Task PressAsync(string name) => Page.GetByTestId(name).ClickAsync();

    /// <summary>Chooses a file on the rounds page and opens it under the code.</summary>
    public async Task UploadAsync(byte[] file, string fileName, string code)
    {
        await PressAsync("room-rounds");
        await Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "application/octet-stream", Buffer = file });
        await Page.Locator("#code").FillAsync(code);
        await PressAsync("upload-open");
    }

    public Task OpenRoundAsync(string form, string code) => UploadAsync(Shipped.File(form), form, code);

    /// <summary>The page of the first person in the table of a round's answers.</summary>
    public async Task OpenFirstPersonAsync(string code)
    {
        await GoAsync($"/rounds/{code}/answers");
        await Page.GetByTestId("answers").Locator("tbody th a").First.ClickAsync();
    }

    public async Task<byte[]> DownloadAsync(string name)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => PressAsync(name));
        await using var content = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await content.CopyToAsync(file);
        return file.ToArray();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
