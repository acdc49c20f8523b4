using System.Net;
using System.Net.Sockets;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class TelegramSendingTests : IAsyncLifetime
{
    static readonly Outbound Hello = new("Muraho");
    static readonly Outbound Question = new("Ibihe?", [new Button("A", "q:1:0"), new Button("B", "q:1:1")]);
    static readonly Outbound Ticked = Question with { Buttons = [new Button("A", "q:1:0", IsTicked: true), new Button("B", "q:1:1")], Redraws = true };

    TelegramHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TelegramHost.PollingAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_goes_as_it_is_without_markup()
    {
        await host.SendAsync(new Outbound("*a_b* <b>[x](y)</b>"));
        Assert.Equal("*a_b* <b>[x](y)</b>", (await host.Telegram.NextAsync(7)).Text);
    }

    [Fact]
    public async Task The_id_of_the_message_comes_back()
    {
        var sent = Assert.IsType<Sent>(await host.SendAsync(Hello));
        Assert.Equal($"{(await host.Telegram.NextAsync(7)).Id}", sent.ChannelMessageId);
    }

    [Fact]
    public async Task A_long_text_comes_in_parts_with_the_buttons_under_the_last()
    {
        await host.SendAsync(Question with { Text = string.Join("\n\n", Enumerable.Repeat(new string('a', 1500), 4)) });
        var first = await host.Telegram.NextAsync(7);
        var second = await host.Telegram.NextAsync(7);
        Assert.Equal((0, 1, 3002, 3002), (first.Rows.Count, second.Rows.Count, first.Text.Length, second.Text.Length));
    }

    [Fact]
    public async Task Trying_again_goes_on_after_the_parts_that_went_out()
    {
        var message = Hello with { Text = new string('a', 4000) + "\n\n" + new string('b', 4000) };
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.SlowBy(TimeSpan.Zero));
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.ServerError);
        Assert.IsType<Failed>(await host.SendAsync(message));
        Assert.IsType<Sent>(await host.SendAsync(message));
        Assert.Equal([new string('a', 4000), new string('b', 4000)], host.Telegram.State.Messages(7).Select(each => each.Text));
    }

    [Fact]
    public async Task A_redraw_edits_the_buttons_of_the_message_before()
    {
        var sent = (Sent)await host.SendAsync(Question);
        Assert.Equal(sent, await host.SendAsync(Ticked, sent.ChannelMessageId));
        Assert.Equal(["✅ A", "B"], Assert.Single(host.Telegram.State.Messages(7)).Labels);
    }

    [Fact]
    public async Task A_redraw_that_changes_nothing_counts_as_sent()
    {
        var sent = (Sent)await host.SendAsync(Question);
        Assert.Equal(sent, await host.SendAsync(Question with { Redraws = true }, sent.ChannelMessageId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("999999")]
    [InlineData("not a number")]
    public async Task A_redraw_that_finds_no_message_is_sent_anew(string? earlier)
    {
        await host.SendAsync(Ticked, earlier);
        Assert.Equal(["✅ A", "B"], (await host.Telegram.NextAsync(7)).Labels);
    }

    [Fact]
    public async Task Blocked_is_told() => Assert.IsType<Blocked>(await FailAsync(FakeTelegramFault.Blocked));

    [Fact]
    public async Task Too_fast_is_told_with_its_time_and_at_once() =>
        Assert.Equal(new Throttled(TimeSpan.FromSeconds(17)), await FailAsync(FakeTelegramFault.TooFast(17)));

    [Fact]
    public async Task A_bad_request_is_for_ever() =>
        Assert.True(Assert.IsType<Failed>(await FailAsync(FakeTelegramFault.BadRequest("chat not found"))).IsPermanent);

    [Fact]
    public async Task A_server_error_passes() =>
        Assert.False(Assert.IsType<Failed>(await FailAsync(FakeTelegramFault.ServerError)).IsPermanent);

    [Fact]
    public async Task A_gateway_page_passes() =>
        Assert.False(Assert.IsType<Failed>(await FailAsync(FakeTelegramFault.BadGateway)).IsPermanent);

    [Fact]
    public async Task A_line_that_breaks_after_the_request_leaves_us_not_knowing() =>
        Assert.IsType<Unknown>(await FailAsync(FakeTelegramFault.Reset));

    [Fact]
    public async Task A_server_that_is_not_there_passes()
    {
        var port = new Uri(host.Telegram.BaseUrl).Port;
        await host.Telegram.DisposeAsync();
        // Nobody else may come to the port, and the line that was open has to see that it is over.
        using var held = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        held.Bind(new IPEndPoint(IPAddress.Loopback, port));
        await Task.Delay(200);
        Assert.False(Assert.IsType<Failed>(await host.SendAsync(Hello)).IsPermanent);
    }

    Task<Delivery> FailAsync(FakeTelegramFault fault)
    {
        host.Telegram.FailNext("sendMessage", fault);
        return host.SendAsync(Hello);
    }
}
