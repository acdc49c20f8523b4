using System.Net;
using System.Threading.RateLimiting;

namespace RbcBot.Bot.Guarding;

/// <summary>How often one address may come in a second.</summary>
/// <remarks>
/// This machine's own addresses are not counted: behind a proxy here that is not named in Guard:Proxies everybody would share one.
/// An IPv6 address counts by its first 64 bits, for whoever has one has all behind them.
/// </remarks>
sealed class AddressLimit : IDisposable
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly PartitionedRateLimiter<IPAddress>? limit;

    /// <param name="perSecond">0 for no limit.</param>
    /// <param name="burst">How many at once, after a rest.</param>
    public AddressLimit(int perSecond, int burst) => limit = perSecond == 0 ? null : PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Second,
        }));

    public bool Allows(IPAddress? from)
    {
        if (limit is null || from is null || IPAddress.IsLoopback(from))
            return true;
        using var lease = limit.AttemptAcquire(Known(from));
        return lease.IsAcquired;
    }

    public void Dispose() => limit?.Dispose();

    static IPAddress Known(IPAddress from)
    {
        if (from.IsIPv4MappedToIPv6)
            return from.MapToIPv4();
        if (from.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return from;
        var bytes = from.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
