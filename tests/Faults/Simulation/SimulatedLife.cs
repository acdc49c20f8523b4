using Microsoft.Extensions.Hosting;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Tells the parts of the bot that it is going down.</summary>
sealed class SimulatedLife : IHostApplicationLifetime, IDisposable
{
    readonly CancellationTokenSource stopping = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();
}
