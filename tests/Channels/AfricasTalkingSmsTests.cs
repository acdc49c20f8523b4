using RbcBot.Bot.Channels.AfricasTalking;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class AfricasTalkingSmsTests : IAsyncLifetime
{
    FakeAfricasTalking fake = null!; // set before every test

    public async Task InitializeAsync() => fake = await FakeAfricasTalking.StartAsync();

    public async Task DisposeAsync() => await fake.DisposeAsync();

    [Fact]
    public async Task A_message_goes_as_it_is_and_its_id_comes_back()
    {
        Assert.Equal(new Sent("ATXid_1"), await SendAsync("Isomo & ikizamini + 1"));
        Assert.Equal(("+250788000001", "Isomo & ikizamini + 1", "RBC"), (fake.Sent[0]["to"], fake.Sent[0]["message"], fake.Sent[0]["from"]));
    }

    [Theory]
    [InlineData(406, typeof(Blocked), false, false)]
    [InlineData(409, typeof(Blocked), false, false)]
    [InlineData(402, typeof(Failed), false, true)]
    [InlineData(405, typeof(Failed), false, true)]
    [InlineData(501, typeof(Failed), false, false)]
    [InlineData(407, typeof(Failed), true, false)]
    public async Task A_refusal_means_what_its_code_says(int code, Type kind, bool isPermanent, bool isOurs)
    {
        fake.FailNext(201, FakeAfricasTalking.Recipient(code, "Refused", "None"));
        var delivery = await SendAsync("x");
        Assert.IsType(kind, delivery);
        if (delivery is Failed failed)
            Assert.Equal((isPermanent, isOurs), (failed.IsPermanent, failed.IsOurs));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_nobody_can_be_reached_is_told(int code)
    {
        fake.FailNext(201, FakeAfricasTalking.Recipient(code, "Refused", "None"));
        Assert.Equal(FailureClass.Address, FailureClasses.Of(await SendAsync("x")));
    }

    [Theory]
    [InlineData(201, "{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\",\"Recipients\":[]}}", typeof(Failed))]
    [InlineData(201, "<html>", typeof(Unknown))]
    [InlineData(429, "", typeof(Throttled))]
    [InlineData(401, "The supplied authentication is invalid", typeof(Failed))]
    [InlineData(503, "", typeof(Failed))]
    [InlineData(500, "", typeof(Unknown))]
    [InlineData(502, "<html>", typeof(Unknown))]
    [InlineData(0, "", typeof(Unknown))]
    public async Task Every_answer_means_something(int status, string body, Type kind)
    {
        fake.FailNext(status, body);
        Assert.IsType(kind, await SendAsync("x"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_passes()
    {
        await fake.DisposeAsync();
        var gone = new AfricasTalkingOptions { Username = "u", ApiKey = "k", BaseUrl = $"http://127.0.0.1:{FreePort.Next()}" };
        using var sms = new AfricasTalkingSms(gone);
        Assert.False(Assert.IsType<Failed>(await sms.SendAsync(new("+250788000001"), "x", CancellationToken.None)).IsPermanent);
    }

    async Task<Delivery> SendAsync(string text)
    {
        using var sms = new AfricasTalkingSms(new AfricasTalkingOptions { Username = FakeAfricasTalking.Username, ApiKey = FakeAfricasTalking.ApiKey, From = "RBC", BaseUrl = fake.BaseUrl });
        return await sms.SendAsync(new("+250788000001"), text, CancellationToken.None);
    }
}
