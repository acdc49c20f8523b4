using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class MetaMediaTests : IAsyncLifetime
{
    static readonly Fetched Lost = new(null, IsOver: true, IsLarge: false), Later = new(null, IsOver: false, IsLarge: false);

    MetaHost host = null!; // set before every test

    public async Task InitializeAsync()
    {
        host = await MetaHost.StartAsync();
        host.Catalogue.Forms["v1"] = WebFilesTests.Pictured("v1");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_picture_of_a_form_is_uploaded_once_and_comes_before_its_question()
    {
        await Task.WhenAll(host.SendAsync(Shown("hill.jpg")), host.SendAsync(Shown("hill.jpg"), "+250788000002"));
        Assert.Equal(["[image The hill]", "Is it far?"], [(await host.NextAsync()).Text, (await host.NextAsync()).Text]);
        var upload = Assert.Single(host.Meta.Calls, call => call.Path == "media");
        Assert.Equal(("image/jpeg", "whatsapp"), ((string?)upload.Body["type"], (string?)upload.Body["messaging_product"]));
        Assert.Equal(host.Catalogue.Forms["v1"].Attachments["hill.jpg"], upload.File);
    }

    [Theory]
    [InlineData("none.jpg")]
    [InlineData("list.csv")]
    public async Task What_WhatsApp_does_not_take_is_left_out(string file)
    {
        Assert.IsType<Sent>(await host.SendAsync(Shown(file)));
        Assert.Equal("Is it far?", (await host.NextAsync()).Text);
    }

    [Fact]
    public async Task A_picture_that_Meta_has_lost_is_uploaded_again_the_next_time()
    {
        host.Meta.FailNext("messages", FakeMetaFault.Of(131053));
        await host.SendAsync(Shown("hill.jpg"));
        await host.SendAsync(Shown("hill.jpg"));
        Assert.Equal(2, host.Meta.Calls.Count(call => call.Path == "media"));
    }

    [Fact]
    public async Task An_upload_that_fails_for_now_is_tried_again_with_its_question()
    {
        host.Meta.FailNext("media", FakeMetaFault.Reset);
        Assert.False(Assert.IsType<Failed>(await host.SendAsync(Shown("hill.jpg"))).IsPermanent);
        Assert.IsType<Sent>(await host.SendAsync(Shown("hill.jpg")));
    }

    [Fact]
    public async Task A_photo_is_fetched_by_its_id_within_the_cap()
    {
        host.Meta.Files["77"] = [1, 2, 3];
        Assert.Equal([1, 2, 3], (await host.Channel.FetchAsync("77", 3, default)).Bytes!.Value.ToArray());
        Assert.Equal(new Fetched(null, IsOver: true, IsLarge: true), await host.Channel.FetchAsync("77", 2, default));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/internal")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://lookaside.fbsbx.com.example.rw/x")]
    [InlineData("https://evilfbsbx.com/x")]
    [InlineData("http://lookaside.fbsbx.com/x")]
    [InlineData("https://user@lookaside.fbsbx.com/x")]
    [InlineData("https://lookaside.fbsbx.com:8443/x")]
    [InlineData("file:///etc/passwd")]
    public async Task A_file_is_fetched_from_Meta_only(string elsewhere)
    {
        host.Meta.Files["77"] = [1, 2, 3];
        host.Meta.FilesElsewhere = elsewhere;
        Assert.Equal(Lost, await host.Channel.FetchAsync("77", 3, default));
    }

    [Theory]
    [InlineData("away", false)]
    [InlineData("near/77", true)]
    public async Task A_redirect_is_followed_to_Meta_only(string path, bool isFound)
    {
        host.Meta.Files["77"] = [1, 2, 3];
        host.Meta.FilesElsewhere = new Uri(new Uri(host.Meta.BaseUrl), $"/files/{path}").ToString();
        Assert.Equal(isFound, (await host.Channel.FetchAsync("77", 3, default)).Bytes is not null);
        Assert.True((await host.Channel.FetchAsync("77", 3, default)).IsOver);
    }

    [Theory]
    [InlineData("77/../../me")]
    [InlineData("77?fields=access_token")]
    [InlineData("https://example.rw")]
    public async Task An_id_that_is_a_path_is_not_asked_for(string reference)
    {
        Assert.Equal(Lost, await host.Channel.FetchAsync(reference, 3, default));
        Assert.Empty(host.Meta.Calls);
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_moment_is_asked_again()
    {
        host.Meta.FailNext("file", FakeMetaFault.ServerError);
        Assert.Equal(Later, await host.Channel.FetchAsync("77", 3, default));
    }

    static Outbound Shown(string file) => new("Is it far?") { Media = [new OutboundMedia(MediaKind.Image, "v1", file, "The hill")] };
}
