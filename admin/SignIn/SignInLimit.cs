using System.Net;
using System.Threading.RateLimiting;

namespace RbcBot.Admin.SignIn;

/// <summary>How often one address may try to sign in.</summary>
sealed class SignInLimit(ConsoleOptions options) : IDisposable
{
    readonly PartitionedRateLimiter<IPAddress> limit = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public bool Allows(IPAddress? from)
    {
        using var lease = limit.AttemptAcquire(from ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => limit.Dispose();
}
