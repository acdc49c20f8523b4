using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Channels;

public sealed class TwilioOptionsTests
{
    [Fact]
    public void Without_an_account_the_channels_are_off() =>
        Assert.DoesNotContain(new ServiceCollection().AddTwilio(new ConfigurationBuilder().Build()), each => each.ServiceType == typeof(IChannel));

    [Theory]
    [InlineData("AccountSid", "AC1")]
    [InlineData("AuthToken", "")]
    [InlineData("PublicUrl", "")]
    [InlineData("PublicUrl", "chat.example.rw")]
    [InlineData("ContentBaseUrl", "ftp://content.example.rw")]
    [InlineData("WhatsAppFrom", "0788000000")]
    [InlineData("SmsFrom", "Mental Health")]
    [InlineData("SmsFrom", "+25 78")]
    [InlineData("Templates:reminder:rw", "HX1")]
    public void A_setting_that_cannot_work_stops_the_start(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => Options((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_account_without_a_sender_says_nothing_to_anybody() =>
        Assert.Contains("SmsFrom", Assert.Throws<SettingException>(() => Options(("WhatsAppFrom", ""), ("SmsFrom", ""))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("RBC Health")]
    [InlineData("+250788000000")]
    [InlineData("2505")]
    public void A_sender_of_SMS_is_a_name_a_number_or_a_short_code(string sender) => Assert.Equal(sender, Options(("SmsFrom", sender)).SmsFrom);

    [Fact]
    public void A_template_is_found_by_its_name_and_language()
    {
        var options = Options(("Templates:reminder:rw", "HX0123456789abcdef0123456789abcdef"));
        Assert.Equal("HX0123456789abcdef0123456789abcdef", options.Template("reminder", Language.Rw));
        Assert.Null(options.Template("reminder", Language.Fr));
    }

    static TwilioOptions Options(params (string Name, string Value)[] changed)
    {
        var settings = TwilioHost.Settings("https://api.example.rw");
        foreach (var (name, value) in changed)
            settings[$"Twilio:{name}"] = value;
        return TwilioOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
