using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Channels;

public sealed class TelegramOptionsTests
{
    [Fact]
    public void Without_a_token_the_channel_is_off() =>
        Assert.DoesNotContain(new ServiceCollection().AddTelegram(Settings()), each => each.ServiceType == typeof(IChannel));

    [Theory]
    [InlineData("Token", "no token")]
    [InlineData("WebhookSecret", "with blanks")]
    [InlineData("PublicUrl", "chat.example.rw")]
    [InlineData("BaseUrl", "ftp://api.example.rw")]
    public void A_setting_that_cannot_work_stops_the_start(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => TelegramOptions.Of(Settings(("Token", "1:a"), (name, value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://chat.example.rw")]
    [InlineData("https://chat.example.rw/")]
    [InlineData("https://chat.example.rw/telegram/webhook")]
    public void The_webhook_stands_under_the_public_address(string url) =>
        Assert.Equal("https://chat.example.rw/telegram/webhook", TelegramOptions.Of(Settings(("PublicUrl", url))).WebhookUrl);

    [Fact]
    public void Without_a_secret_one_is_derived_that_is_the_same_on_every_node()
    {
        var (one, other) = (TelegramOptions.Of(Settings(("Token", "1:a"))), TelegramOptions.Of(Settings(("Token", "1:b"))));
        Assert.Matches("^[0-9a-f]{64}$", one.Secret);
        Assert.NotEqual(one.Secret, other.Secret);
    }

    static IConfiguration Settings(params (string Name, string Value)[] settings)
    {
        // The last of a name wins.
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
            values[$"Telegram:{name}"] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
