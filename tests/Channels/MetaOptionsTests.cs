using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Channels;

public sealed class MetaOptionsTests
{
    [Fact]
    public void Without_a_number_the_channel_is_off() =>
        Assert.DoesNotContain(new ServiceCollection().AddMeta(Settings(("Meta:PhoneNumberId", ""))), each => each.ServiceType == typeof(IChannel));

    [Theory]
    [InlineData("PhoneNumberId", "+250788000001")]
    [InlineData("AppSecret", "")]
    [InlineData("VerifyToken", "")]
    [InlineData("AccessToken", "")]
    [InlineData("AccessToken", "with blanks")]
    [InlineData("BaseUrl", "graph.facebook.com")]
    [InlineData("TemplateLanguages", "rw")]
    [InlineData("MessagesPerSecond", "0")]
    public void A_setting_that_cannot_work_stops_the_start(string name, string value) => Assert.Contains(
        $"Meta:{name}", Assert.Throws<SettingException>(() => MetaOptions.Of(Settings(($"Meta:{name}", value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatsApp_goes_by_one_provider() => Assert.Contains("Twilio:WhatsAppFrom", Assert.Throws<SettingException>(
        () => MetaOptions.Of(Settings(("Twilio:AccountSid", "AC1"), ("Twilio:WhatsAppFrom", "whatsapp:+250788000001")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Twilio_for_text_messages_may_stand_beside() =>
        Assert.True(MetaOptions.Of(Settings(("Twilio:AccountSid", "AC1"), ("Twilio:WhatsAppFrom", ""))).IsOn);

    [Fact]
    public void Unset_the_Graph_API_is_Metas_own()
    {
        Assert.StartsWith("https://graph.facebook.com/v", new MetaOptions().Url, StringComparison.Ordinal);
        Assert.Equal(["rw_RW", "fr", "en"], Languages.All.Select(new MetaOptions().Code));
    }

    static IConfiguration Settings(params (string Name, string Value)[] settings)
    {
        var values = MetaHost.Settings("https://graph.example.rw/v23.0");
        foreach (var (name, value) in settings)
            values[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
