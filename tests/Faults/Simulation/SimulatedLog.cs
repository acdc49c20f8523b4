using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What the bot logs stands among the events, so that a failure tells what the bot thought of it.</summary>
sealed class SimulatedLog<T>(EventLog log) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            log.Add($"  {logLevel}: {formatter(state, exception)} {exception?.Message}");
    }
}
