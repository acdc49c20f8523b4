using System.Globalization;

namespace RbcBot.Tests.Faults;

/// <summary>What the system says of a running process; Linux only, as the house is.</summary>
static class ProcessFigures
{
    /// <summary>Resident memory, in bytes.</summary>
    public static long Memory(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);

    /// <summary>Open files, sockets among them.</summary>
    public static int OpenFiles(int process) => Directory.GetFiles($"/proc/{process}/fd").Length;
}
