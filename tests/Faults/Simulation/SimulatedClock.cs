using Microsoft.Extensions.Time.Testing;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The clock of a machine: time passes evenly beneath it, and what it shows may be set forward, back and to another zone.</summary>
/// <param name="from">The true time at which it begins.</param>
/// <param name="shift">By how much it is wrong.</param>
sealed class SimulatedClock(DateTimeOffset from, TimeSpan shift) : TimeProvider
{
    static readonly TimeZoneInfo[] Zones = [TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"), TimeZoneInfo.FindSystemTimeZoneById("Africa/Kigali")];

    readonly FakeTimeProvider time = new(from);
    TimeZoneInfo zone = Zones[0];

    public DateTimeOffset TrueTime => time.GetUtcNow();

    public TimeSpan Shift { get; private set; } = shift;

    public override TimeZoneInfo LocalTimeZone => zone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Shift;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);

    /// <summary>Time passes: what waits for it goes on.</summary>
    public void Advance(TimeSpan passed) => time.Advance(passed);

    /// <summary>Somebody sets it.</summary>
    public void Set(TimeSpan wrong, Random chance) => (Shift, zone) = (wrong, Zones[chance.Next(Zones.Length)]);
}
