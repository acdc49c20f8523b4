using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Channels;

public sealed class WebFilesTests : IAsyncLifetime
{
    static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];

    WebHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await WebHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_uploaded_photo_is_kept_and_a_message_may_name_it()
    {
        var name = await UploadedAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(new { id = "1", file = name })).StatusCode);
        Assert.Equal(Said.Sent(new SentFile(name, "image/jpeg"), ""), Assert.Single(host.Inbox.Taken).Said);
        Assert.Equal([name], host.Kept);
    }

    [Theory]
    [InlineData("../../keys/key.xml")]
    [InlineData("0123456789ab-0123456789abcdef01234567.jpg")]
    [InlineData("")]
    public async Task A_message_names_only_what_its_own_conversation_uploaded(string name)
    {
        using var answer = await host.PostAsync(new { id = "1", file = name });
        Assert.Equal("400.6", await NumberAsync(answer));
    }

    [Fact]
    public async Task Somebody_elses_photo_cannot_be_named()
    {
        var name = await UploadedAsync("another-session");
        using var answer = await host.PostAsync(new { id = "1", file = name });
        Assert.Equal("400.6", await NumberAsync(answer));
    }

    [Theory]
    [InlineData(2_000_000, 0xFF, "413.2")]
    [InlineData(10, 0x3C, "415.2")]
    [InlineData(0, 0, "415.2")]
    public async Task Too_large_or_of_no_known_kind_is_refused_and_leaves_nothing(int length, byte first, string number)
    {
        using var answer = await UploadAsync(length == 0 ? [] : [first, 0xD8, 0xFF, .. new byte[length]], WebHost.Session);
        Assert.Equal(number, await NumberAsync(answer));
        Assert.Empty(host.Kept);
    }

    [Fact]
    public async Task A_conversation_keeps_no_more_than_its_share()
    {
        for (byte each = 0; each < 3; each++)
            await UploadAsync([.. Photo, each], WebHost.Session);
        using var answer = await UploadAsync([.. Photo, 9], WebHost.Session);
        Assert.Equal("429.1", await NumberAsync(answer));
    }

    [Theory]
    [InlineData("""{"latitude":-1.95,"longitude":30.06,"accuracy":12.5}""", "-1.95 30.06 0 12.5")]
    [InlineData("""{"latitude":-1.95,"longitude":30.06,"altitude":1567,"accuracy":4}""", "-1.95 30.06 1567 4")]
    [InlineData("""{"latitude":91,"longitude":30}""", null)]
    [InlineData("""{"latitude":"1","longitude":30}""", null)]
    [InlineData("""{"latitude":1e999,"longitude":30}""", null)]
    [InlineData("[1,2]", null)]
    public async Task A_place_is_taken_when_it_lies_on_the_earth(string place, string? read)
    {
        using var answer = await host.PostAsync(new { id = "1", location = JsonDocument.Parse(place).RootElement });
        Assert.Equal(read, host.Inbox.Taken.SingleOrDefault()?.Said.Place);
    }

    [Fact]
    public async Task A_picture_of_a_form_is_served_to_be_kept_and_nothing_else_is()
    {
        host.Catalogue.Forms["v1"] = Pictured("v1");
        using var shown = await host.Line.GetAsync(new Uri("/chat/media/v1/hill.jpg", UriKind.Relative));
        Assert.Equal(("image/jpeg", true), (shown.Content.Headers.ContentType?.MediaType, shown.Headers.CacheControl?.Public));
        foreach (var path in new[] { "/chat/media/v1/list.csv", "/chat/media/v1/none.jpg", "/chat/media/v2/hill.jpg" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.Line.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    internal static Form Pictured(string version) => new()
    {
        Id = "pictured",
        Titles = new Dictionary<string, string>(),
        Version = version,
        LanguageCodes = [""],
        Questions = [],
        Settings = new Dictionary<string, string>(),
        Attachments = new Dictionary<string, byte[]> { ["hill.jpg"] = Photo, ["list.csv"] = "name,label"u8.ToArray() },
    };

    async Task<string> UploadedAsync(string session = WebHost.Session)
    {
        using var answer = await UploadAsync(Photo, session);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("file").GetString()!; // an upload that was taken names its file
    }

    async Task<HttpResponseMessage> UploadAsync(byte[] file, string session)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return await host.Line.PostAsync(new Uri($"/chat/{session}/files", UriKind.Relative), body);
    }

    static async Task<string?> NumberAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problem").GetString();
}
