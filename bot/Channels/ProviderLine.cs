using System.Net;
using System.Net.Sockets;

namespace RbcBot.Bot.Channels;

/// <summary>How we reach a provider: no redirects, no traces of ours, never a machine of our own house, and a connection that does not come about is told from an answer that does not come.</summary>
/// <param name="own">The servers that the settings name, which may be anywhere; every other name must lead to the open internet. "" is none.</param>
/// <param name="resolve">Finds a name's addresses; null asks the machine.</param>
sealed class ProviderLine(IReadOnlyList<string> own, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    /// <summary>A line of our own, not the factory's: that one logs addresses.</summary>
    /// <param name="own">The servers that the settings name, "" where they name none.</param>
    /// <param name="way">Where requests go instead of over the network; null for the network.</param>
    public static HttpClient Open(IReadOnlyList<string> own, TimeSpan longest, HttpMessageHandler? way = null) => new(Way(own, way)) { Timeout = longest };

    /// <summary>The way of a line that somebody watches.</summary>
    /// <param name="own">The servers that the settings name, "" where they name none.</param>
    /// <param name="way">Where requests go instead of over the network; null for the network.</param>
    public static HttpMessageHandler Way(IReadOnlyList<string> own, HttpMessageHandler? way) => new DepartureLine(way ?? new ProviderLine(own).Handler());

    /// <summary>Whether the request has certainly not gone out.</summary>
    public static bool NothingWentOut(HttpRequestException fault) => fault.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    public SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = ConnectAsync,
        ActivityHeadersPropagator = null,
        // A redirect leads wherever somebody wants us to go: who fetches looks at the address first.
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    // Not ConnectTimeout: its failure cannot be told from an answer that does not come, and here nothing has gone out.
    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestConnect);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To the very addresses that were looked at: a name that leads elsewhere a moment later leads nowhere.
            await socket.ConnectAsync(await AddressesAsync(context, patience.Token), context.DnsEndPoint.Port, patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception fault)
        {
            socket.Dispose();
            if (fault is OperationCanceledException && !stop.IsCancellationRequested)
                throw new IOException($"{context.DnsEndPoint.Host} did not answer in {LongestConnect.TotalSeconds} seconds.", fault);
            throw;
        }
    }

    async Task<IPAddress[]> AddressesAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await (resolve ?? Dns.GetHostAddressesAsync)(host, stop);
        if (own.Any(url => url.Length > 0 && Is(new Uri(url), host, port)) || IsProxy(context))
            return found;
        var open = found.Where(PublicAddresses.Has).ToArray();
        return open.Length > 0 ? open : throw new IOException($"{host} leads to no address of the open internet.");
    }

    // Then it is not the address that was asked for, but a proxy of the environment, which the operator set.
    static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.RequestUri is { } asked && !Is(asked, context.DnsEndPoint.Host, context.DnsEndPoint.Port);

    static bool Is(Uri uri, string host, int port) => uri.Port == port && string.Equals(uri.IdnHost.Trim('[', ']'), host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
}
