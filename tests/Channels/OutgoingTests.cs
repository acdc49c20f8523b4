using System.Net;
using System.Net.Sockets;
using RbcBot.Bot.Channels;

namespace RbcBot.Tests.Channels;

/// <summary>F18: whatever address somebody hands us, we never knock at a machine of our own house.</summary>
public sealed class OutgoingTests : IDisposable
{
    readonly TcpListener house = new(IPAddress.Loopback, 0);

    public OutgoingTests() => house.Start();

    int Port => ((IPEndPoint)house.LocalEndpoint).Port;

    public void Dispose() => house.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("metadata.provider.example")]
    public async Task No_line_leads_into_our_own_house(string host)
    {
        await RefusedAsync(new ProviderLine([], Resolved("127.0.0.1")), $"http://{host}:{Port}/latest/meta-data");
        Assert.False(house.Pending());
    }

    [Fact]
    public async Task A_name_that_turns_from_outside_to_inside_is_asked_once_and_held_to_what_it_said()
    {
        string[] said = ["192.0.2.1", "127.0.0.1"];
        var asked = 0;
        await RefusedAsync(new ProviderLine([], (_, _) => Task.FromResult(new[] { IPAddress.Parse(said[Math.Min(asked++, 1)]) })), $"http://media.provider.example:{Port}/");
        Assert.Equal((1, false), (asked, house.Pending()));
    }

    [Fact]
    public async Task A_name_with_an_inner_and_an_outer_address_is_reached_by_the_outer_alone()
    {
        using var http = new HttpClient(new ProviderLine([], Resolved("127.0.0.1", "8.8.8.8")).Handler()) { Timeout = TimeSpan.FromMilliseconds(300) };
        await Assert.ThrowsAnyAsync<Exception>(() => http.GetAsync(new Uri($"http://both.provider.example:{Port}/")));
        Assert.False(house.Pending());
    }

    [Fact]
    public async Task The_server_that_the_settings_name_may_be_anywhere_but_no_other_port_of_it()
    {
        using var http = new HttpClient(new ProviderLine(["", $"http://127.0.0.1:{Port}/bot"]).Handler());
        using var stop = new CancellationTokenSource();
        var asked = http.GetAsync(new Uri($"http://127.0.0.1:{Port}/bot"), stop.Token);
        using (var met = await house.AcceptTcpClientAsync())
            Assert.True(met.Connected);
        // It was let through: what is left of it is of no interest.
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => asked);
        await RefusedAsync(new ProviderLine([$"http://127.0.0.1:{Port + 1}"]), $"http://127.0.0.1:{Port}/");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd12::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    public void Addresses_of_the_open_internet_are_told_from_those_of_a_house(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Has(IPAddress.Parse(address)));

    static Func<string, CancellationToken, Task<IPAddress[]>> Resolved(params string[] addresses) =>
        (host, _) => Task.FromResult<IPAddress[]>(IPAddress.TryParse(host.Trim('[', ']'), out var own) ? [own] : [.. addresses.Select(IPAddress.Parse)]);

    static async Task RefusedAsync(ProviderLine line, string url)
    {
        using var http = new HttpClient(line.Handler());
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(url)));
        Assert.True(ProviderLine.NothingWentOut(fault), fault.ToString());
        Assert.Contains("no address of the open internet", fault.ToString(), StringComparison.Ordinal);
    }
}
