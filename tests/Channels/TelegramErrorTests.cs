using System.Text.Json.Nodes;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

public sealed class TelegramErrorTests(ITestOutputHelper output)
{
    [Fact]
    public void A_time_out_leaves_us_not_knowing() =>
        Assert.IsType<Unknown>(DeliveryReading.Of(new RequestException("Bot API Request timed out", new TaskCanceledException())));

    [Fact]
    public void A_name_that_is_not_found_passes() =>
        Assert.Equal(new Failed("x", IsPermanent: false), DeliveryReading.Of(
            new RequestException("x", new HttpRequestException(HttpRequestError.NameResolutionError))));

    [Fact]
    public void Too_fast_without_a_time_waits_a_little() =>
        Assert.Equal(new Throttled(TimeSpan.FromSeconds(5)), DeliveryReading.Of(new ApiRequestException("Too Many Requests", 429)));

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    public void What_a_setting_mends_is_not_for_ever(int code) =>
        Assert.Equal(new Failed("x", IsPermanent: false), DeliveryReading.Of(new ApiRequestException("x", code)));

    [Fact]
    public void Every_collected_error_means_what_its_class_says()
    {
        if (Shared.IsAbsent(output))
            return;
        var errors = JsonNode.Parse(File.ReadAllText(Path.Combine(FakeTelegramSpecification.SharedFolder()!, "fixtures", "telegram", "errors.json")))!.AsArray();
        foreach (var error in errors.Where(each => each!["body"] is JsonObject))
            Assert.Equal(Expected((int)error!["http"]!, (string)error["body"]!["description"]!), DeliveryReading.Of(Fault(error["body"]!)).GetType());
    }

    [Theory]
    [InlineData(403, "Forbidden: user is deactivated", FailureClass.Address)]
    [InlineData(400, "Bad Request: chat not found", FailureClass.Address)]
    [InlineData(403, "Forbidden: bot was blocked by the user", FailureClass.OptedOut)]
    [InlineData(400, "Bad Request: message text is empty", FailureClass.Never)]
    public void Where_nobody_is_and_where_we_are_not_let_in_is_told_apart(int code, string said, FailureClass expected) =>
        Assert.Equal(expected, FailureClasses.Of(DeliveryReading.Of(new ApiRequestException(said, code))));

    static Type Expected(int status, string said) => status switch
    {
        403 when said.Contains("deactivated", StringComparison.Ordinal) => typeof(Failed),
        403 => typeof(Blocked),
        429 => typeof(Throttled),
        _ => typeof(Failed),
    };

    static ApiRequestException Fault(JsonNode body) => new(
        (string)body["description"]!,
        (int)body["error_code"]!,
        new ResponseParameters { RetryAfter = (int?)body["parameters"]?["retry_after"] });
}
