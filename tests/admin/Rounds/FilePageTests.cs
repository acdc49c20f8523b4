using System.Net;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class FilePageTests : IAsyncLifetime
{
    ConsoleWorld world = null!; // set before every test

    public async Task InitializeAsync() => world = await ConsoleWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Who_is_signed_in_sees_the_photo_that_somebody_sent()
    {
        world.Media.Files["a.jpg"] = ([1, 2, 3], "image/jpeg");
        using var browser = await world.SignedInAsync();
        Assert.Equal([1, 2, 3], await browser.BytesAsync("/console/files/a.jpg"));
        await browser.GetAsync("/console/files/b.jpg");
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    [Theory]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.pdf", "application/pdf")]
    public async Task Whatever_it_is_it_is_to_be_saved_under_a_type_that_is_not_guessed(string name, string type)
    {
        world.Media.Files[name] = ([1, 2, 3], type);
        using var browser = await world.SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/files/" + name);
        using var answer = await browser.SendAsync(request);
        Assert.Equal((type, "attachment", "nosniff"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        world.Media.Files["a.jpg"] = ([1, 2, 3], "image/jpeg");
        using var line = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await line.GetAsync(new Uri(world.Url + "/console/files/a.jpg"));
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
