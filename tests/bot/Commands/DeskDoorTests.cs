using System.Net;
using System.Net.Http.Json;
using RbcBot.Bot.Commands;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Commands;

public sealed class DeskDoorTests
{
    [Fact]
    public async Task Only_who_can_read_the_owners_file_gives_commands()
    {
        await using var bot = await LiveBot.StartAsync();
        await bot.OpenRoundAsync("guide-a.xlsx", "A1");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, bot.Get<OwnerToken>().Value));
        foreach (var token in (string?[])[null, "", "wrong", new string('0', bot.Get<OwnerToken>().Value.Length), bot.Get<OwnerToken>().Value.ToUpperInvariant() + " "])
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(bot, token));
    }

    static async Task<HttpStatusCode> AskAsync(LiveBot bot, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Url + OwnerFile.Route)
        {
            Content = JsonContent.Create(new DeskRequest("export") { Code = "A1", Format = "csv", FileName = "answers.csv", IsNamed = true, Reason = "test" }),
        };
        if (token is not null)
            request.Headers.TryAddWithoutValidation(OwnerFile.Header, token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
