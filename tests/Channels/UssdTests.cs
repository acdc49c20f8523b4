using System.Text;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>Guide B by USSD against the whole bot: a phone that shows 182 characters at a time.</summary>
public sealed class UssdTests
{
    const string Number = "+250788000003";
    const int Screen = 182;

    readonly StringBuilder transcript = new();
    readonly HttpClient line = new();
    string way = "", session = "s1";

    [Fact]
    public async Task A_talk_by_USSD_goes_on_page_by_page_and_call_by_call()
    {
        await using var bot = await LiveBot.StartAsync($"--AfricasTalking:Secret={AfricasTalkingHost.Secret}");
        await bot.OpenRoundAsync(ShortGuide.File, ShortGuide.Name, "GUIDEB");
        line.BaseAddress = new Uri(bot.Url);

        await DialAsync("s1");
        await TypeAllAsync("3", "0", "0", "start GUIDEB", "0", "0", "yes", "0", "0");
        await TypeAllAsync("2");
        Assert.Contains("2/8 - ", await DialAsync("s2"), StringComparison.Ordinal);
        await TypeAllAsync("Byumba", "stop");

        Approved.Match(transcript.ToString(), "tests/Dialogues/ussd-en.txt");
    }

    [Fact]
    public async Task The_same_step_twice_shows_the_same_screen()
    {
        await using var bot = await LiveBot.StartAsync($"--AfricasTalking:Secret={AfricasTalkingHost.Secret}");
        line.BaseAddress = new Uri(bot.Url);
        var first = await DialAsync("s1");
        Assert.Equal(first, await PostAsync());
        Assert.StartsWith("CON ", first, StringComparison.Ordinal);
    }

    Task<string> DialAsync(string call)
    {
        (session, way) = (call, "");
        transcript.AppendLine($"> [dials, call {call}]");
        return PostAsync();
    }

    async Task<string> TypeAllAsync(params string[] typed)
    {
        var screen = "";
        foreach (var words in typed)
        {
            way += way.Length > 0 ? $"*{words}" : words;
            transcript.AppendLine($"> {words}");
            screen = await PostAsync();
        }
        return screen;
    }

    async Task<string> PostAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["sessionId"] = session,
            ["serviceCode"] = "*384#",
            ["phoneNumber"] = Number,
            ["networkCode"] = "63510",
            ["text"] = way,
        });
        using var answer = await line.PostAsync(new Uri($"/africastalking/{AfricasTalkingHost.Secret}/ussd", UriKind.Relative), form);
        var screen = await answer.Content.ReadAsStringAsync();
        transcript.AppendLine("< " + screen.Replace("\n", "\n  ", StringComparison.Ordinal));
        Assert.InRange(screen.Length, 5, Screen);
        return screen;
    }
}
