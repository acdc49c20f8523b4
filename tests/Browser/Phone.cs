using Microsoft.Playwright;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

/// <summary>A health worker's phone with the chat open: a browser of its own, seen through what stands on the screen.</summary>
sealed class Phone : IAsyncDisposable
{
    /// <summary>More turns than any form of ours takes.</summary>
    const int MostTurns = 150;

    readonly IBrowserContext context;
    readonly string url;
    IPage page;

    Phone(IBrowserContext context, IPage page, string url) => (this.context, this.page, this.url, Faults) = (context, page, url, new PageFaults(page));

    public PageFaults Faults { get; private set; }

    public IPage Page => page;

    /// <summary>The bot's newest message, once it is the last on the screen.</summary>
    public ILocator Last => page.Locator("#log > .bot:last-child");

    public static async Task<Phone> OpenAsync(IBrowser browser, string url, string code, int width = 360)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 640 }, HasTouch = true, Locale = "en" });
        var phone = new Phone(context, await context.NewPageAsync(), url);
        await phone.page.GotoAsync($"{url}/chat?code={code}");
        return phone;
    }

    /// <summary>Language and consent, up to the first question.</summary>
    public async Task BeginAsync(Language language)
    {
        await PressAsync(Text.Of(language, "language.name"));
        await PressAsync(Text.Of(language, "talk.agree"));
        await SeeAsync("1/");
    }

    public Task SeeAsync(string words) => Expect(Last).ToContainTextAsync(words);

    /// <summary>What the bot asks now; waits for it.</summary>
    public async Task<string> ReadAsync()
    {
        await Last.GetByRole(AriaRole.Button).First.WaitForAsync();
        return await Last.Locator(".bubble").InnerTextAsync();
    }

    public Task PressAsync(string label) => Last.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public async Task SayAsync(string words)
    {
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#words").PressAsync("Enter");
    }

    /// <summary>Answers the questions as they come, until a message asks none of them or the one of the name.</summary>
    /// <returns>That message.</returns>
    public async Task<string> AnswerAsync(Interviewee person, Language language, string until = "")
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var message = await ReadAsync();
            if (person.Question(message) is not { } question || question.Name == until || message.Contains(Text.Of(language, "talk.review"), StringComparison.Ordinal))
                return message;
            var (presses, words) = person.Answer(question);
            foreach (var label in presses)
                await PressAsync(label);
            if (presses.Count > 1)
                await DoneAsync(presses, language);
            if (words.Length > 0)
                await SayAsync(words);
        }

        throw new InvalidOperationException($"No end after {MostTurns} turns.");
    }

    /// <summary>The page is closed and opened again later: the phone keeps what it kept.</summary>
    public async Task ReopenAsync()
    {
        await page.CloseAsync();
        page = await context.NewPageAsync();
        Faults = new PageFaults(page);
        await page.GotoAsync($"{url}/chat");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    async Task DoneAsync(IReadOnlyList<string> ticked, Language language)
    {
        await Expect(Last.Locator("[aria-pressed=true]")).ToHaveCountAsync(ticked.Count);
        await PressAsync(Text.Of(language, "talk.command.done"));
    }
}
