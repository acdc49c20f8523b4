using System.Text.Json;
using System.Text.Json.Nodes;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RbcBot.Tests.Channels;

public sealed class TelegramReadingTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    static readonly JsonObject File = new() { ["file_id"] = "f", ["file_unique_id"] = "u" };

    [Theory]
    [InlineData("Muraho neza", SaidKind.Text, "Muraho neza")]
    [InlineData("", SaidKind.Text, "")]
    [InlineData("a\0b", SaidKind.Text, "ab")]
    [InlineData("/start PRE1", SaidKind.Enter, "PRE1")]
    [InlineData("/start", SaidKind.Enter, "")]
    [InlineData("/START  x y ", SaidKind.Enter, "x y")]
    [InlineData("/start@rbc_fake_bot B2", SaidKind.Enter, "B2")]
    [InlineData("/start '; DROP TABLE--", SaidKind.Enter, "'; DROP TABLE--")]
    [InlineData("/startle", SaidKind.Text, "/startle")]
    [InlineData("/menu", SaidKind.Text, "/menu")]
    public void Typed_words_are_text_and_start_enters(string text, SaidKind kind, string words) =>
        Assert.Equal(new Said(kind, words), Read(FakeTelegramPeople.Said(7, text))!.Said with { Message = null });

    [Theory]
    [InlineData("voice", SaidKind.Voice)]
    [InlineData("audio", SaidKind.Voice)]
    [InlineData("video_note", SaidKind.Voice)]
    [InlineData("video", SaidKind.Photo)]
    [InlineData("sticker", SaidKind.Sticker)]
    [InlineData("document", SaidKind.Document)]
    [InlineData("location", SaidKind.Location)]
    [InlineData("contact", SaidKind.Contact)]
    [InlineData("dice", SaidKind.Other)]
    [InlineData("something_of_tomorrow", SaidKind.Other)]
    public void What_is_not_text_keeps_its_kind(string part, SaidKind kind) =>
        Assert.Equal(kind, Read(FakeTelegramPeople.Sent(7, part, Content(part)))!.Said.Kind);

    [Fact]
    public void A_photo_brings_its_caption()
    {
        var update = FakeTelegramPeople.Sent(7, "photo", new JsonArray(Size()));
        update["message"]!["caption"] = "Ifoto";
        Assert.Equal(("Ifoto", "f"), (Read(update)!.Said.Words, Read(update)!.Said.File!.Reference));
    }

    [Theory]
    [InlineData("voice", "audio/ogg")]
    [InlineData("video", "video/mp4")]
    [InlineData("video_note", "video/mp4")]
    [InlineData("sticker", null)]
    [InlineData("contact", null)]
    public void A_file_is_named_and_not_fetched(string part, string? type) =>
        Assert.Equal(type, Read(FakeTelegramPeople.Sent(7, part, Content(part)))!.Said.File?.Type);

    [Fact]
    public void A_place_is_read_as_XForms_writes_it()
    {
        var update = FakeTelegramPeople.Sent(7, "location", new JsonObject { ["latitude"] = -1.9501, ["longitude"] = 30.0588, ["horizontal_accuracy"] = 12.5 });
        Assert.Equal("-1.9501 30.0588 0 12.5", Read(update)!.Said.Place);
    }

    [Fact]
    public void An_animation_is_a_sticker_though_it_is_a_document_too()
    {
        var update = FakeTelegramPeople.Sent(7, "animation", Size("duration"));
        update["message"]!["document"] = File.DeepClone();
        Assert.Equal(SaidKind.Sticker, Read(update)!.Said.Kind);
    }

    [Fact]
    public void A_press_is_a_choice_from_the_chat_it_was_made_in()
    {
        var inbound = Read(FakeTelegramPeople.Pressed(new FakeTelegramMessage(5, 7, "Q", [], false), "q:1:0"))!;
        Assert.Equal(("telegram:7", Said.Choice("q:1:0")), (inbound.From.ToString(), inbound.Said));
    }

    [Fact]
    public void A_press_on_a_message_too_old_to_come_along_is_from_the_person()
    {
        var update = FakeTelegramPeople.Pressed(new FakeTelegramMessage(5, 7, "Q", [], false), "q:1:0");
        update["callback_query"]!.AsObject().Remove("message");
        Assert.Equal("telegram:7", Read(update)!.From.ToString());
    }

    [Theory]
    [InlineData("member", "kicked", SaidKind.Blocked)]
    [InlineData("kicked", "member", SaidKind.Unblocked)]
    public void Blocking_and_unblocking_are_said(string before, string after, SaidKind kind) =>
        Assert.Equal(kind, Read(FakeTelegramPeople.BecameMember(7, before, after))!.Said.Kind);

    [Fact]
    public void The_id_of_the_update_and_the_time_of_the_message_are_kept()
    {
        var update = FakeTelegramPeople.Said(7, "x");
        update["message"]!["date"] = 1760003001;
        var inbound = Read(update)!;
        Assert.Equal(("41", DateTimeOffset.FromUnixTimeSeconds(1760003001)), (inbound.ExternalId, inbound.At));
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public void Groups_are_not_listened_to(string type)
    {
        var update = FakeTelegramPeople.Said(-100, "hi");
        update["message"]!["chat"]!["type"] = type;
        Assert.Null(Read(update));
    }

    [Fact]
    public void Other_bots_are_not_listened_to()
    {
        var update = FakeTelegramPeople.Said(7, "spam");
        update["message"]!["from"]!["is_bot"] = true;
        Assert.Null(Read(update));
    }

    [Fact]
    public void A_changed_message_keeps_its_name_and_comes_when_it_was_changed()
    {
        var before = Read(FakeTelegramPeople.Said(7, "xx"))!;
        var after = Read(Edited("x", edited: 1760003001))!;
        Assert.Equal(new Said(SaidKind.Edited, "x") { Message = before.Said.Message }, after.Said);
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1760003001), true), (after.At, after.IsDated));
    }

    [Fact]
    public void A_message_of_which_nothing_was_changed_that_the_person_sees_is_left_alone() => Assert.Null(Read(Edited("x", edited: null)));

    [Fact]
    public void A_place_that_moves_on_is_left_alone()
    {
        var update = FakeTelegramPeople.Sent(7, "location", new JsonObject { ["latitude"] = -1.95, ["longitude"] = 30.06, ["live_period"] = 60 });
        update["message"]!["edit_date"] = 1760003001;
        Assert.Null(Read(new JsonObject { ["edited_message"] = update["message"]!.DeepClone() }));
    }

    [Theory]
    [InlineData(7, "250788000001", "+250788000001")]
    [InlineData(7, "+250 788 000 001", "+250788000001")]
    [InlineData(8, "250788000001", null)]
    [InlineData(null, "250788000001", null)]
    public void A_contact_proves_a_number_only_if_it_is_the_senders_own(int? owner, string number, string? proven)
    {
        var contact = new JsonObject { ["phone_number"] = number, ["first_name"] = "Keza" };
        if (owner is { } user)
            contact["user_id"] = user;
        Assert.Equal(proven, Read(FakeTelegramPeople.Sent(7, "contact", contact))!.Said.Number);
    }

    static JsonObject Edited(string text, int? edited)
    {
        var message = FakeTelegramPeople.Said(7, text)["message"]!.DeepClone();
        if (edited is { } date)
            message["edit_date"] = date;
        return new JsonObject { ["edited_message"] = message };
    }

    static JsonNode Content(string part) => part switch
    {
        "location" => new JsonObject { ["latitude"] = -1.94, ["longitude"] = 30.06 },
        "contact" => new JsonObject { ["phone_number"] = "+250788000001", ["first_name"] = "Keza" },
        "dice" => new JsonObject { ["emoji"] = "🎲", ["value"] = 3 },
        "sticker" => With(Size(), ("type", "regular"), ("is_animated", false), ("is_video", false)),
        "document" or "something_of_tomorrow" => File.DeepClone(),
        _ => With(Size("duration"), ("length", 240)),
    };

    static JsonObject Size(string? number = null) =>
        With(File.DeepClone().AsObject(), ("width", 1), ("height", 1), (number ?? "file_size", 1));

    static JsonObject With(JsonObject json, params (string Name, JsonNode Value)[] more)
    {
        foreach (var (name, value) in more)
            json[name] = value;
        return json;
    }

    static Inbound? Read(JsonObject update)
    {
        update["update_id"] = 41;
        return UpdateReading.Of(JsonSerializer.Deserialize<Update>(update.ToJsonString(), JsonBotAPI.Options)!, Now);
    }
}
