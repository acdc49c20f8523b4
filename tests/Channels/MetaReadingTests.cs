using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class MetaReadingTests
{
    static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("start GUIDEB")]
    [InlineData(" Start  GUIDEB ")]
    [InlineData("/start GUIDEB")]
    public void The_words_of_a_rounds_link_bring_her_in(string text) => Assert.Equal(Said.Enter("GUIDEB"), Read(FakeMetaPeople.Said("250788000001", text)).Said);

    [Theory]
    [InlineData("start")]
    [InlineData("start the course now")]
    [InlineData("restart GUIDEB")]
    [InlineData("start GUIDE.B")]
    public void Other_words_are_words(string text) => Assert.Equal(Said.Text(text), Read(FakeMetaPeople.Said("250788000001", text)).Said);

    [Theory]
    [InlineData("button_reply")]
    [InlineData("list_reply")]
    public void What_is_pressed_is_a_choice(string kind) =>
        Assert.Equal(Said.Choice("q:7:1"), Read("interactive", new JsonObject { ["type"] = kind, [kind] = new JsonObject { ["id"] = "q:7:1", ["title"] = "Yego" } }));

    [Theory]
    [InlineData("c:stop", SaidKind.Choice)]
    [InlineData("Hagarika", SaidKind.Text)]
    public void A_templates_button_says_what_we_gave_it_or_its_label(string payload, SaidKind kind) =>
        Assert.Equal(new Said(kind, payload), Read("button", new JsonObject { ["payload"] = payload, ["text"] = "Hagarika" }));

    [Theory]
    [InlineData("image", "image/jpeg", SaidKind.Photo)]
    [InlineData("video", "video/mp4", SaidKind.Photo)]
    [InlineData("audio", "audio/ogg; codecs=opus", SaidKind.Voice)]
    [InlineData("document", "application/pdf", SaidKind.Document)]
    public void A_file_is_named_and_not_fetched(string kind, string type, SaidKind said) => Assert.Equal(
        new Said(said, "Ikarita") { File = new SentFile("", type.Split(';')[0], "100338") },
        Read(kind, new JsonObject { ["id"] = "100338", ["mime_type"] = type, ["caption"] = "Ikarita", ["sha256"] = "x" }));

    [Theory]
    [InlineData("sticker", SaidKind.Sticker)]
    [InlineData("contacts", SaidKind.Contact)]
    [InlineData("order", SaidKind.Other)]
    [InlineData("unsupported", SaidKind.Other)]
    [InlineData("unknown", SaidKind.Other)]
    [InlineData("hologram", SaidKind.Other)]
    public void Every_kind_means_something(string kind, SaidKind said) => Assert.Equal(said, Read(kind, new JsonObject { ["id"] = "1" }).Kind);

    [Theory]
    [InlineData("reaction")]
    [InlineData("system")]
    public void A_nod_and_what_WhatsApp_says_itself_ask_for_no_answer(string kind) =>
        Assert.Empty(Posted(FakeMetaPeople.Message("250788000001", kind, new JsonObject { ["emoji"] = "👍" })).Said);

    [Theory]
    [InlineData(-1.9441, 30.0619, "-1.9441 30.0619 0 0")]
    [InlineData(91, 0, null)]
    public void A_place_is_written_as_forms_write_it(double latitude, double longitude, string? place) =>
        Assert.Equal(place, Read("location", new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude }).Place);

    [Fact]
    public void Who_hides_her_number_is_known_by_her_id()
    {
        Assert.Equal("RW.13491208655302741918", Read(FakeMetaPeople.Said("RW.13491208655302741918", "Muraho")).From.Value);
        var message = FakeMetaPeople.Said("RW.13491208655302741918", "Muraho");
        var value = FakeMetaPeople.Messages(message);
        message.Remove("from_user_id");
        Assert.Equal("RW.13491208655302741918", Assert.Single(Of(FakeMetaPeople.Post(value)).Said).From.Value);
    }

    [Fact]
    public void Who_shows_her_number_is_known_by_it()
    {
        var message = FakeMetaPeople.Said("250788000001", "Muraho");
        message["from_user_id"] = "RW.13491208655302741918";
        Assert.Equal("+250788000001", Read(message).From.Value);
    }

    [Fact]
    public void The_id_and_the_time_of_the_message_are_kept()
    {
        var message = FakeMetaPeople.Said("250788000001", "x", "wamid.A");
        message["timestamp"] = "1796112000";
        Assert.Equal(("wamid.A", DateTimeOffset.FromUnixTimeSeconds(1796112000), true), (Read(message).ExternalId, Read(message).At, Read(message).IsDated));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_none_is_now(string time)
    {
        var message = FakeMetaPeople.Said("250788000001", "x");
        message["timestamp"] = time;
        Assert.Equal((Now, false), (Read(message).At, Read(message).IsDated));
    }

    [Fact]
    public void Groups_are_not_listened_to()
    {
        var message = FakeMetaPeople.Said("250788000001", "x");
        message["group_id"] = "Y2FwaV9ncm91cDo";
        Assert.Empty(Posted(message).Said);
    }

    static Said Read(string kind, JsonObject content) => Read(FakeMetaPeople.Message("250788000001", kind, content)).Said;

    static Inbound Read(JsonObject message) => Assert.Single(Posted(message).Said);

    static Posted Posted(JsonObject message) => Of(FakeMetaPeople.Post(FakeMetaPeople.Messages(message.DeepClone().AsObject())));

    internal static Posted Of(JsonNode post) =>
        new NewsReading(new MetaOptions { PhoneNumberId = FakeMeta.PhoneNumberId }, new FakeTimeProvider(Now)).Of(Encoding.UTF8.GetBytes(post.ToJsonString()));
}
