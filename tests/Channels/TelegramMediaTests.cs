using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TelegramMediaTests : IAsyncLifetime
{
    TelegramHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TelegramHost.PollingAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_picture_of_a_form_comes_before_its_question()
    {
        host.Catalogue.Forms["v1"] = WebFilesTests.Pictured("v1");
        await host.SendAsync(Shown("hill.jpg"));
        Assert.Equal(["The hill", "Is it far?"], [(await host.Telegram.NextAsync(7)).Text, (await host.Telegram.NextAsync(7)).Text]);
    }

    [Fact]
    public async Task A_picture_is_uploaded_once_and_named_by_its_id_afterwards()
    {
        host.Catalogue.Forms["v1"] = WebFilesTests.Pictured("v1");
        await host.SendAsync(Shown("hill.jpg"));
        await host.SendAsync(Shown("hill.jpg"));
        Assert.StartsWith("attach://", Photos()[0], StringComparison.Ordinal);
        Assert.Equal(Assert.Single(host.Telegram.State.Uploaded).Key, Photos()[1]);
    }

    [Fact]
    public async Task A_picture_that_Telegram_lost_is_uploaded_again()
    {
        host.Catalogue.Forms["v1"] = WebFilesTests.Pictured("v1");
        await host.SendAsync(Shown("hill.jpg"));
        host.Telegram.State.Uploaded.Clear();
        Assert.IsType<Sent>(await host.SendAsync(Shown("hill.jpg")));
        Assert.StartsWith("attach://", Photos()[^1], StringComparison.Ordinal);
        Assert.Single(host.Telegram.State.Uploaded);
    }

    List<string?> Photos() => [.. host.Telegram.Calls.Where(call => call.Method == "sendPhoto").Select(call => (string?)call.Body["photo"])];

    [Fact]
    public async Task A_picture_that_Telegram_refuses_does_not_keep_the_question_back()
    {
        host.Catalogue.Forms["v1"] = WebFilesTests.Pictured("v1");
        host.Telegram.FailNext("sendPhoto", FakeTelegramFault.BadRequest("IMAGE_PROCESS_FAILED"));
        Assert.IsType<Sent>(await host.SendAsync(Shown("hill.jpg")));
        Assert.Equal("Is it far?", (await host.Telegram.NextAsync(7)).Text);
    }

    [Fact]
    public async Task A_picture_that_did_not_come_with_the_form_is_left_out()
    {
        await host.SendAsync(Shown("none.jpg"));
        Assert.Equal("Is it far?", (await host.Telegram.NextAsync(7)).Text);
    }

    [Fact]
    public async Task A_place_is_shared_from_a_key_that_goes_away_afterwards()
    {
        await host.SendAsync(new Outbound("Where?", [new Button("Menu", "c:menu", ButtonRole.Command)]) { Sharing = Sharing.Location, SharingLabel = "Share my location" });
        await host.SendAsync(new Outbound("Noted.") { Sharing = Sharing.Over });
        var markups = host.Telegram.Calls.Where(call => call.Method == "sendMessage").Select(call => call.Body["reply_markup"]!).ToList();
        Assert.True((bool?)markups[1]["keyboard"]![0]![0]!["request_location"]);
        Assert.True((bool?)markups[2]["remove_keyboard"]);
    }

    [Fact]
    public async Task A_redraw_finds_the_question_and_not_the_key_behind_it()
    {
        var sent = Assert.IsType<Sent>(await host.SendAsync(new Outbound("Where?", [new Button("Menu", "c:menu")]) { Sharing = Sharing.Location, SharingLabel = "Share" }));
        Assert.Equal("Where?", host.Telegram.State.Messages(7).Single(message => message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == sent.ChannelMessageId).Text);
    }

    [Fact]
    public async Task What_helps_to_find_an_answer_stands_between_answers_and_commands()
    {
        await host.SendAsync(new Outbound("Which?", [new Button("A", "q:1:0"), new Button("Menu", "c:menu", ButtonRole.Command), new Button("Page 2", "q:1:p1", ButtonRole.Aid)]));
        Assert.Equal(["A", "Page 2", "Menu"], (await host.Telegram.NextAsync(7)).Labels);
    }

    [Fact]
    public async Task A_photo_is_fetched_by_its_name_within_the_cap()
    {
        host.Telegram.State.Files["f1"] = [1, 2, 3];
        Assert.Equal([1, 2, 3], (await host.Channel.FetchAsync("f1", 3, default)).Bytes!.Value.ToArray());
        Assert.Equal(new Fetched(null, IsOver: true, IsLarge: true), await host.Channel.FetchAsync("f1", 2, default));
        Assert.Equal(new Fetched(null, IsOver: true, IsLarge: false), await host.Channel.FetchAsync("gone", 3, default));
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_moment_is_asked_again()
    {
        host.Telegram.FailNext("getFile", FakeTelegramFault.ServerError);
        Assert.Equal(new Fetched(null, IsOver: false, IsLarge: false), await host.Channel.FetchAsync("f1", 3, default));
    }

    static Outbound Shown(string file) => new("Is it far?") { Media = [new OutboundMedia(MediaKind.Image, "v1", file, "The hill")] };
}
