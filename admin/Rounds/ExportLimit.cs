using System.Threading.RateLimiting;

namespace RbcBot.Admin.Rounds;

/// <summary>How often one account may take the same export: a file of all that people said costs the server, and leaves the house.</summary>
sealed class ExportLimit(ConsoleOptions options) : IDisposable
{
    readonly PartitionedRateLimiter<string> limit = PartitionedRateLimiter.Create<string, string>(
        which => RateLimitPartition.GetSlidingWindowLimiter(which, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.ExportsPerHour,
            Window = TimeSpan.FromHours(1),
            SegmentsPerWindow = 12,
        }));

    /// <param name="file">The round and the format: its five formats are five files.</param>
    public bool Allows(string? account, string file)
    {
        using var lease = limit.AttemptAcquire($"{account} {file}");
        return lease.IsAcquired;
    }

    public void Dispose() => limit.Dispose();
}
