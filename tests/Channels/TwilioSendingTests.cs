using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TwilioSendingTests : IAsyncLifetime
{
    static readonly Outbound Hello = new("Muraho");

    TwilioHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TwilioHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_text_goes_as_it_is_and_its_id_comes_back()
    {
        var sent = Assert.IsType<Sent>(await host.SendAsync(new Outbound("*a_b* <b> \"é\" 👍 & + %")));
        var message = await host.NextAsync();
        Assert.Equal((sent.ChannelMessageId, "*a_b* <b> \"é\" 👍 & + %"), (message.Id, message.Text));
        Assert.Equal(FakeTwilio.PublicUrl + "/twilio/status?message=a-b_c.0000000007", host.Twilio.Sent.Single()["StatusCallback"]);
    }

    [Fact]
    public async Task Three_short_choices_are_buttons_of_one_content_for_every_question()
    {
        Assert.IsType<Sent>(await host.SendAsync(Question("Yego", "Oya", "Simbizi")));
        Assert.IsType<Sent>(await host.SendAsync(Question("Musanze", "Huye", "Gicumbi") with { Text = "Hehe?" }));
        Assert.Equal(["Yego", "Oya", "Simbizi"], (await host.NextAsync()).Options.Select(option => option.Title));
        var second = await host.NextAsync();
        Assert.Equal(("Hehe?", "q:1:2"), (second.Text, second.Options[2].Payload));
        Assert.Single(host.Twilio.Contents);
    }

    [Theory]
    [InlineData(20, 10, "", "interactive")]
    [InlineData(21, 3, "open", "interactive")]
    [InlineData(24, 10, "open", "interactive")]
    [InlineData(20, 11, "", "text")]
    [InlineData(73, 3, "", "text")]
    public async Task What_does_not_fit_becomes_a_list_and_then_numbers(int length, int choices, string opener, string kind)
    {
        Assert.IsType<Sent>(await host.SendAsync(Question([.. Enumerable.Range(10, choices == 10 && length == 20 ? 3 : choices).Select(number => $"{number}".PadRight(length, 'a'))])));
        var message = await host.NextAsync();
        Assert.Equal((kind, opener.Length > 0), (message.Kind, message.Opener.Length > 0));
    }

    [Theory]
    [InlineData(1600, 1)]
    [InlineData(1601, 2)]
    public async Task A_text_is_as_long_as_Twilio_takes_it(int length, int parts)
    {
        await host.SendAsync(new Outbound(string.Concat(Enumerable.Repeat("aaaa ", 400))[..(length - 1)] + "b"));
        Assert.Equal(parts, host.Twilio.Sent.Count);
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(1025, 2)]
    public async Task A_text_above_buttons_is_as_long_as_WhatsApp_shows_it(int length, int parts)
    {
        await host.SendAsync(Question("Yego") with { Text = string.Concat(Enumerable.Repeat("aaaa ", 400))[..(length - 1)] + "b" });
        Assert.Equal(parts, host.Twilio.Sent.Count);
        Assert.Single(host.Twilio.Sent, form => form.ContainsKey("ContentSid"));
    }

    [Fact]
    public async Task A_template_goes_in_a_language_that_is_approved()
    {
        Assert.IsType<Sent>(await host.SendAsync(Reminder("reminder")));
        Assert.Equal("[HX0000000000000000000000000000aaaa: Isomo 3]", (await host.NextAsync()).Text);
        Assert.Equal((true, true), Assert.IsType<Failed>(await host.SendAsync(Reminder("unknown"))) is var failed ? (failed.IsPermanent, failed.IsOurs) : default);
    }

    [Fact]
    public async Task A_picture_is_where_the_web_chat_shows_it()
    {
        await host.SendAsync(Hello with { Media = [new OutboundMedia(MediaKind.Image, "v1", "a b.png", "A")] });
        Assert.Equal(FakeTwilio.PublicUrl + "/chat/media/v1/a%20b.png", host.Twilio.Sent.First()["MediaUrl"]);
    }

    [Theory]
    [InlineData(400, 63016, typeof(WindowClosed))]
    [InlineData(400, 21610, typeof(Blocked))]
    [InlineData(400, 30004, typeof(Blocked))]
    [InlineData(500, 20500, typeof(Unknown))]
    [InlineData(502, 0, typeof(Unknown))]
    [InlineData(503, 0, typeof(Unknown))]
    [InlineData(429, 20429, typeof(Throttled))]
    [InlineData(429, 0, typeof(Throttled))]
    public async Task What_Twilio_refuses_is_told_by_its_code(int status, int code, Type expected)
    {
        host.Twilio.FailNext(new FakeTwilioFault(status, code));
        Assert.IsType(expected, await host.SendAsync(Hello));
    }

    [Theory]
    [InlineData(400, 21617, true, false)]
    [InlineData(400, 63032, true, false)]
    [InlineData(400, 63041, true, true)]
    [InlineData(400, 21656, true, true)]
    [InlineData(400, 21408, true, true)]
    [InlineData(400, 63007, false, true)]
    [InlineData(401, 20003, false, true)]
    [InlineData(404, 20404, false, true)]
    public async Task What_fails_is_permanent_or_ours_by_its_code(int status, int code, bool isPermanent, bool isOurs)
    {
        host.Twilio.FailNext(new FakeTwilioFault(status, code));
        Assert.Equal((isPermanent, isOurs), Assert.IsType<Failed>(await host.SendAsync(Hello)) is var failed ? (failed.IsPermanent, failed.IsOurs) : default);
    }

    [Theory]
    [InlineData(21211)]
    [InlineData(21614)]
    [InlineData(63003)]
    [InlineData(63024)]
    [InlineData(30005)]
    [InlineData(30006)]
    public async Task Where_nobody_can_be_reached_is_told(int code)
    {
        host.Twilio.FailNext(new FakeTwilioFault(400, code));
        Assert.Equal(FailureClass.Address, FailureClasses.Of(await host.SendAsync(Hello)));
    }

    [Fact]
    public async Task Only_what_makes_a_message_whole_bears_our_name()
    {
        await host.SendAsync(new Outbound(string.Concat(Enumerable.Repeat("aaaa ", 400))));
        Assert.Equal(["", "?message=a-b_c.0000000007"], host.Twilio.Sent.Select(form => new Uri(form["StatusCallback"].ToString()).Query));
    }

    [Theory]
    [InlineData(90, 60, 90)]
    [InlineData(12 * 60 * 60, 35_990, 36_000)]
    [InlineData(-5, 1, 1)]
    public async Task What_is_worth_nothing_after_a_time_does_not_wait_longer_at_Twilio(int seconds, int least, int most)
    {
        await host.SendAsync(Hello with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(seconds) });
        Assert.InRange(int.Parse(host.Twilio.Sent.Single()["ValidityPeriod"].ToString(), System.Globalization.CultureInfo.InvariantCulture), least, most);
    }

    [Fact]
    public async Task What_keeps_waits_as_long_as_Twilio_likes()
    {
        await host.SendAsync(Hello);
        Assert.False(host.Twilio.Sent.Single().ContainsKey("ValidityPeriod"));
    }

    [Fact]
    public async Task Sms_are_plain_and_numbered()
    {
        Assert.IsType<Sent>(await host.SendAsync(Question("Yego", "Oya") with { Text = "“Muraho” – 1…", Language = Language.Rw }, "sms"));
        var (to, from, body) = host.Twilio.Sent.Single() is var form ? ((string?)form["To"], (string?)form["From"], (string?)form["Body"]) : default;
        Assert.Equal((TwilioHost.Keza, "RBC", "\"Muraho\" - 1...\n\n1. Yego\n2. Oya"), (to, from, body));
    }

    [Theory]
    [InlineData("http://127.0.0.2:9/a")]
    [InlineData("https://example.rw/a")]
    [InlineData("https://api.twilio.com.example.rw/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("a")]
    public async Task Files_are_fetched_from_Twilio_only(string reference) =>
        Assert.Equal(new Fetched(null, IsOver: true, IsLarge: false), await host.Channel("whatsapp").FetchAsync(reference, 100, default));

    [Fact]
    public async Task A_file_is_fetched_by_who_we_are()
    {
        var media = $"{host.Twilio.BaseUrl}/2010-04-01/Accounts/{FakeTwilio.Account}/Messages/MM1/Media/";
        host.Twilio.Files["ME1"] = media + "ME2";
        host.Twilio.Files["ME2"] = "";
        var fetched = await host.Channel("whatsapp").FetchAsync(media + "ME1", 100, default);
        Assert.Equal(FakeTwilio.File, fetched.Bytes!.Value.ToArray());
        Assert.True((await host.Channel("whatsapp").FetchAsync(media + "ME1", 3, default)).IsLarge);
    }

    [Fact]
    public async Task A_file_that_leads_elsewhere_is_not_followed()
    {
        host.Twilio.Files["ME1"] = "http://127.0.0.2:9/internal";
        Assert.True((await host.Channel("whatsapp").FetchAsync($"{host.Twilio.BaseUrl}/2010-04-01/Accounts/{FakeTwilio.Account}/Messages/MM1/Media/ME1", 100, default)).IsOver);
    }

    static Outbound Question(params string[] labels) => new("Ibihe?", [.. labels.Select((label, index) => new Button(label, $"q:1:{index}"))]);

    static Outbound Reminder(string name) => Hello with { Language = Language.Rw, Template = new TemplateUse(name, ["Isomo 3"]) };
}
