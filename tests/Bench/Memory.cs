namespace RbcBot.Tests.Bench;

/// <summary>What a process keeps in memory, as Linux counts it.</summary>
static class Memory
{
    public static int ResidentMegabytes(int process) =>
        int.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
}
