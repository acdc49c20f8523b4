namespace RbcBot.Tests.Bench;

/// <summary>What a process keeps in memory, as Linux counts it.</summary>
static class Memory
{
    public static int ResidentMegabytes(int process) => Megabytes(process, "VmRSS:");

    /// <summary>The most that it ever kept.</summary>
    public static int PeakMegabytes(int process) => Megabytes(process, "VmHWM:");

    static int Megabytes(int process, string line) =>
        int.Parse(File.ReadLines($"/proc/{process}/status").First(each => each.StartsWith(line, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
}
