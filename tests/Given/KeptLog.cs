using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Given;

/// <summary>Keeps what was logged, with exceptions, so that a test can look for what must not be there.</summary>
sealed class KeptLog : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
