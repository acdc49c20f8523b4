using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

/// <summary>The door in a real browser; passkeys by Chromium's own virtual authenticator.</summary>
[Collection(OneBrowser.Name)]
public sealed class DoorTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_passkey_is_made_at_the_first_run_and_opens_the_console_without_name_and_password()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, Host(bot.Url));
        await AddAuthenticatorAsync(claire);
        await claire.BeginAsync(Host(bot.FirstRunLink));
        await claire.Page.Locator("#label").FillAsync("My laptop");
        await claire.PressAsync("passkey");
        await Expect(claire.Page.GetByTestId("codes").Locator("li")).ToHaveCountAsync(10);
        await claire.PressAsync("codes-kept");
        await claire.PressAsync("sign-out");
        await claire.PressAsync("passkey");
        await Expect(claire.Page.GetByTestId("sign-out")).ToBeVisibleAsync();
        await claire.GoAsync("/account");
        await Expect(claire.Page.GetByTestId("passkeys")).ToContainTextAsync("My laptop");
        Assert.Empty(claire.Faults.Seen);
    }

    [BrowserFact]
    public async Task A_passkeys_answer_is_good_once()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, Host(bot.Url));
        await AddAuthenticatorAsync(claire);
        await claire.BeginAsync(Host(bot.FirstRunLink));
        await claire.PressAsync("passkey");
        await claire.PressAsync("codes-kept");
        await claire.PressAsync("sign-out");
        var posted = await claire.Page.RunAndWaitForRequestAsync(() => claire.PressAsync("passkey"), request => request.Method == "POST");
        await claire.PressAsync("sign-out");
        var again = await claire.Page.Context.APIRequest.PostAsync(posted.Url, new()
        {
            DataString = posted.PostData,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
        });
        Assert.Equal(401, again.Status);
    }

    [BrowserFact]
    public async Task A_passkey_is_the_second_factor_after_a_password()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, Host(bot.Url));
        await claire.BecomeAdministratorAsync(Host(bot.FirstRunLink));
        await AddAuthenticatorAsync(claire);
        await claire.GoAsync("/account");
        await claire.PressAsync("add-factor");
        await claire.PressAsync("passkey");
        await Expect(claire.Page.GetByTestId("passkeys").Locator("li")).ToHaveCountAsync(1);
        await claire.PressAsync("sign-out");
        await claire.EnterPasswordAsync();
        await claire.PressAsync("passkey");
        await Expect(claire.Page.GetByTestId("sign-out")).ToBeVisibleAsync();
        Assert.Empty(claire.Faults.Seen);
    }

    [BrowserFact]
    public async Task Without_JavaScript_the_door_opens_by_code_and_no_passkey_is_offered()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, Host(bot.Url), isScripted: false);
        await claire.BecomeAdministratorAsync(Host(bot.FirstRunLink));
        await claire.PressAsync("sign-out");
        await Expect(claire.Page.GetByTestId("passkey")).ToBeHiddenAsync();
    }

    // A passkey belongs to a name; an address in numbers is none.
    static string Host(string url) => url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    static async Task AddAuthenticatorAsync(ConsoleVisitor visitor)
    {
        var devices = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
