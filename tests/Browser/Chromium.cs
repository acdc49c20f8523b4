using Microsoft.Playwright;

namespace RbcBot.Tests.Browser;

/// <summary>The machine's own Chromium, started once for all tests of the folder; nothing is ever fetched.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Null when there is none.</summary>
    public static string? Path { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    internal IBrowser Browser => browser ?? throw new InvalidOperationException("There is no Chromium.");

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        playwright.Selectors.SetTestIdAttribute("data-test");
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quiet, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>The tests that share the browser; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
