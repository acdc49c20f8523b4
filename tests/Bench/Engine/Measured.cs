namespace RbcBot.Tests.Bench.Engine;

/// <summary>What one bot did in one window.</summary>
/// <param name="Turns">Milliseconds from the update to the sent reply, of each turn.</param>
/// <param name="Cpu">What the bot used.</param>
/// <param name="DriverCpu">What the phones used.</param>
/// <param name="Troubles">Wrong replies, replies too many, replies that never came.</param>
sealed record Measured(string Name, List<double> Turns, TimeSpan Time, TimeSpan Cpu, TimeSpan DriverCpu, int PeakMegabytes, int Troubles)
{
    public double TurnsPerSecond => Turns.Count / Time.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Math.Max(1, Turns.Count);

    public double DriverMicroseconds => DriverCpu.TotalMicroseconds / Math.Max(1, Turns.Count);

    /// <summary>The wait that so many in a hundred did not pass.</summary>
    public double Percentile(double percent)
    {
        List<double> sorted = [.. Turns.Order()];
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * percent / 100))];
    }

    /// <summary>Several windows as one.</summary>
    public static Measured Of(IReadOnlyList<Measured> windows) => new(
        windows[0].Name, [.. windows.SelectMany(window => window.Turns)], Sum(windows, window => window.Time), Sum(windows, window => window.Cpu),
        Sum(windows, window => window.DriverCpu), windows.Max(window => window.PeakMegabytes), windows.Sum(window => window.Troubles));

    static TimeSpan Sum(IReadOnlyList<Measured> windows, Func<Measured, TimeSpan> time) => TimeSpan.FromTicks(windows.Sum(window => time(window).Ticks));
}
