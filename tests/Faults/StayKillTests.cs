using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>Who is signed in stays so when the bot is killed and started again.</summary>
public sealed class StayKillTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-stay-").FullName;
    readonly string url = $"http://127.0.0.1:{FreePort.Next()}";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_session_goes_on_after_kill_9_and_one_that_was_ended_does_not()
    {
        using var stays = new ConsoleBrowser(url);
        using var left = new ConsoleBrowser(url);
        await using (var bot = await BotProcess.StartAsync(folder, url, ("Console__SignInsPerMinute", "1000")))
        {
            await FirstAsync(bot, stays);
            left.StayId = stays.StayId;
            await left.GetAsync("/console");
            await stays.GetAsync("/console/account");
            await bot.KillAsync();
        }
        await using (var again = await BotProcess.StartAsync(folder, url))
        {
            await stays.GetAsync("/console");
            Assert.Contains("data-test=\"sign-out\"", stays.Html, StringComparison.Ordinal);
            await stays.SubmitAsync("/console/sign-out");
            await again.KillAsync();
        }
        await using var last = await BotProcess.StartAsync(folder, url);
        await left.GetAsync("/console");
        Assert.True(left.IsAtTheDoor);
    }

    static async Task FirstAsync(BotProcess bot, ConsoleBrowser browser)
    {
        var token = (await bot.FirstRunLink).Split("token=")[1];
        await browser.GetAsync("/console/first?token=" + token);
        await browser.SubmitAsync("/console/first", ("token", token), ("name", "Claire"), ("password", ConsoleWorld.Password), ("again", ConsoleWorld.Password));
        await browser.SubmitAsync("/console/sign-in/enrol", ("code", new AuthenticatorApp(TimeProvider.System).Scan(browser.Html).NextCode()));
    }
}
