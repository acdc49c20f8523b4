using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>A bot under measurement: a process of its own, and the phones that talk to it.</summary>
sealed class Contestant : IDisposable
{
    const double TicksPerSecond = 100;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Phones phones;

    /// <param name="start">Starts the process from the Bot API's address and the port of its webhook.</param>
    public Contestant(string name, Phones phones, Func<string, int, ProcessStartInfo> start)
    {
        (Name, Port, this.phones) = (name, FreePort.Next(), phones);
        var since = Stopwatch.GetTimestamp();
        process = Process.Start(start(phones.BaseUrl, Port)) ?? throw new InvalidOperationException($"{name} did not start.");
        if (process.StartInfo.RedirectStandardOutput)
            process.BeginOutputReadLine(); // read and forgotten
        phones.Until(() => Listens() || (process.HasExited ? throw new InvalidOperationException($"{name} ended.") : Stopwatch.GetElapsedTime(since) > Patience));
    }

    public string Name { get; }

    public int Port { get; }

    public int Id => process.Id;

    public IReadOnlyList<string> Troubles => phones.Troubles;

    /// <summary>Closed loop: so many phones, each says its next word when the last is answered.</summary>
    public Measured Talk(int count, TimeSpan time) => Measure(count, time, () => phones.Talk(time));

    /// <summary>Open loop: so many turns a second, come what may.</summary>
    public Measured TalkAtRate(int count, double rate, TimeSpan time, int seed) => Measure(count, null, () => phones.TalkAtRate(rate, time, seed));

    /// <summary>kill -9 in the middle of a closed loop.</summary>
    public void TalkAndKill(int count, TimeSpan after)
    {
        phones.Connect(count, Port);
        using var kill = new Timer(_ => process.Kill(), null, after, Timeout.InfiniteTimeSpan);
        phones.Talk(after + TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        phones.Dispose();
    }

    Measured Measure(int count, TimeSpan? time, Func<List<double>> talk)
    {
        phones.Connect(count, Port);
        var (troubles, cpu, own, since) = (phones.TroubleCount, Cpu(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var turns = talk();
        return new Measured(Name, turns, time ?? Stopwatch.GetElapsedTime(since), Cpu() - cpu, Environment.CpuUsage.TotalTime - own, Memory.PeakMegabytes(process.Id), phones.TroubleCount - troubles);
    }

    bool Listens()
    {
        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            probe.Connect("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>What the process used of the processor so far.</summary>
    /// <remarks>The name of the process is the only field with spaces, and stands in brackets.</remarks>
    public TimeSpan Cpu()
    {
        var stat = File.ReadAllText($"/proc/{process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
