using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>A node as a process of its own, which can be killed and frozen.</summary>
sealed class NodeProcess : IDisposable
{
    readonly Process process;
    readonly ConcurrentQueue<string> lines = [];
    readonly TaskCompletionSource spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NodeProcess(string connection, string run)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Writer.Node).Assembly.Location, connection, run]) { RedirectStandardOutput = true };
        process = Process.Start(start) ?? throw new InvalidOperationException("The node did not start.");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Completes when it has acknowledged something.</summary>
    public Task Spoke => spoke.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>What it acknowledged; whole lines only.</summary>
    public IEnumerable<string> Acknowledged => lines.Where(line => !line.StartsWith("sent ", StringComparison.Ordinal));

    /// <summary>What it sent.</summary>
    public IEnumerable<string> Sent => lines.Where(line => line.StartsWith("sent ", StringComparison.Ordinal));

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        spoke.TrySetResult();
    }

    void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        kill.WaitForExit();
    }
}
