using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Admin;
using RbcBot.Admin.Shared;
using RbcBot.Bot.Guarding;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Guarding;

/// <summary>What is logged when a door throws: the fault's type and place, and nothing that its message quotes.</summary>
public sealed class FaultLogTests : IDisposable
{
    const string Words = "Plantedwords";

    readonly KeptLog log = new();
    readonly ServiceProvider services;

    public FaultLogTests() => services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();

    public void Dispose()
    {
        services.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task The_gate_keeps_the_message_to_itself()
    {
        using var gate = new Gate(new GuardOptions(), new ConsoleOptions(), services.GetRequiredService<ILogger<Gate>>());
        await gate.PassAsync(Asked(), Throw);
        Check();
    }

    [Fact]
    public async Task The_consoles_edge_keeps_the_message_to_itself()
    {
        // There is nothing here to draw the page with, which comes after the log.
        await Record.ExceptionAsync(() => Edge.PassAsync(Asked(), Throw));
        Check();
    }

    HttpContext Asked()
    {
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.Method, http.Request.Path) = ("GET", $"/console/{Words}");
        return http;
    }

    void Check()
    {
        var line = Assert.Single(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, line, StringComparison.Ordinal);
    }

    static Task Throw(HttpContext http) => throw new InvalidOperationException($"{Words} is not valid here.");
}
