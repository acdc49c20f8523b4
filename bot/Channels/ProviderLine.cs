using System.Net.Sockets;

namespace RbcBot.Bot.Channels;

/// <summary>How we reach a provider: no redirects, no traces of ours, and a connection that does not come about is told from an answer that does not come.</summary>
static class ProviderLine
{
    static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    /// <summary>A line of our own, not the factory's: that one logs addresses.</summary>
    /// <param name="way">Where requests go instead of over the network; null for the network.</param>
    public static HttpClient Open(TimeSpan longest, HttpMessageHandler? way = null) => new(Way(way)) { Timeout = longest };

    /// <summary>The way of a line that somebody watches.</summary>
    /// <param name="way">Where requests go instead of over the network; null for the network.</param>
    public static HttpMessageHandler Way(HttpMessageHandler? way) => new DepartureLine(way ?? new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = ConnectAsync,
        ActivityHeadersPropagator = null,
        // A redirect leads wherever somebody wants us to go: who fetches looks at the address first.
        AllowAutoRedirect = false,
        UseCookies = false,
    });

    /// <summary>Whether the request has certainly not gone out.</summary>
    public static bool NothingWentOut(HttpRequestException fault) => fault.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    // Not ConnectTimeout: its failure cannot be told from an answer that does not come, and here nothing has gone out.
    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestConnect);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, patience.Token);
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
}
