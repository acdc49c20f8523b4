using System.Text.Json;
using System.Text.Json.Nodes;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

/// <summary>Twilio gives no key by which a message sent twice would count once: what came to no answer is looked for, and never sent again blindly.</summary>
public sealed class TwilioSilenceTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly Outbound Hello = new("Muraho");

    TwilioHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TwilioHost.StartAsync(timeoutSeconds: 4);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_without_an_answer_that_went_nowhere_leaves_us_not_knowing()
    {
        host.Twilio.FailNext(new FakeTwilioFault(0, IsReset: true), new FakeTwilioFault(201, Body: "<html>"), new FakeTwilioFault(0, IsHeld: true));
        for (var time = 0; time < 3; time++)
            Assert.IsType<Unknown>(await host.SendAsync(Hello));
    }

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(0, false, true)]
    [InlineData(500, false, false)]
    [InlineData(502, false, false)]
    public async Task A_message_that_went_all_the_same_is_found(int status, bool isReset, bool isHeld)
    {
        host.Twilio.FailNext(new FakeTwilioFault(status, IsReset: isReset, IsHeld: isHeld, IsTaken: true));
        var sent = Assert.IsType<Sent>(await host.SendAsync(Hello));
        Assert.Equal((await host.NextAsync()).Id, sent.ChannelMessageId);
    }

    [Fact]
    public async Task A_message_before_it_is_not_taken_for_it()
    {
        Assert.IsType<Sent>(await host.SendAsync(Hello));
        host.Twilio.FailNext(new FakeTwilioFault(0, IsReset: true));
        Assert.IsType<Unknown>(await host.SendAsync(Hello));
    }

    [Fact]
    public async Task A_server_that_fails_may_have_failed_behind_the_sending()
    {
        host.Twilio.FailNext(new FakeTwilioFault(500, 20500));
        Assert.Equal("HTTP 500, 20500", Assert.IsType<Unknown>(await host.SendAsync(Hello)).Reason);
    }

    [Fact]
    public void Every_collected_error_is_of_its_class()
    {
        foreach (var error in Errors())
        {
            var body = error["body"] is { } said ? JsonSerializer.SerializeToElement(said) : (JsonElement?)null;
            var delivery = TwilioDelivery.Of(new TwilioAnswer((System.Net.HttpStatusCode)(int)error["http"]!, body, null));
            Assert.True(Is((string)error["class"]!, delivery), $"{error["class"]}: {delivery}");
        }
    }

    static bool Is(string expected, Delivery delivery) => expected switch
    {
        "address-invalid" => delivery is Failed { IsPermanent: true, IsAddress: true },
        "unsubscribed" => delivery is Blocked,
        "our-bug" => delivery is Failed { IsPermanent: true, IsOurs: false },
        "configuration" => delivery is Failed { IsOurs: true },
        "rate-limit" => delivery is Throttled,
        "provider-5xx" => delivery is Unknown,
        _ => false,
    };

    IEnumerable<JsonNode> Errors()
    {
        if (FakeTelegramSpecification.SharedFolder() is { } shared)
            return JsonNode.Parse(File.ReadAllText(Path.Combine(shared, "fixtures", "twilio", "errors.json")))!.AsArray().Select(error => error!);
        output.WriteLine("not checked: ../shared is absent, so are the collected errors.");
        return [];
    }
}
