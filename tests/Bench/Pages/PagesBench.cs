using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>How long every page of the console takes, for every role that may see it, over a store with a whole programme.</summary>
static class PagesBench
{
    static readonly (string Code, string File, RoundKind Kind, string Moment)[] Rounds =
    [
        ("B1", "guide-b.xlsx", RoundKind.Interview, ""), ("APPLY", "application.xlsx", RoundKind.Application, ""),
        ("PRE", "test-epilepsy.xlsx", RoundKind.Test, "pre"), ("POST", "test-epilepsy.xlsx", RoundKind.Test, "post"), ("VIEW", "feedback-epilepsy.xlsx", RoundKind.Feedback, ""),
    ];

    /// <param name="times">How often each page is asked for.</param>
    /// <param name="only">Addresses that have one of these in them, parted by commas; "" for all.</param>
    /// <param name="role">One role; "" for all.</param>
    public static async Task RunAsync(KeptStore store, int people, int times, string only, string role)
    {
        var port = FreePort.Next();
        var (folder, connection) = await store.OpenAsync((where, database) => FillAsync(Settings(where, database, port), people));
        var since = Stopwatch.GetTimestamp();
        await using var app = Composition.Build(Arguments(Settings(folder, connection, port)), isDemo: false);
        await StartUp.RunAsync(app, default);
        Console.WriteLine($"started in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s, {Memory.ResidentMegabytes(Environment.ProcessId)} MB");
        await PagesFilling.NoteAsync(app.Services.GetRequiredService<IAudit>());
        using var visitor = await PageVisitor.EnterAsync(app, $"http://127.0.0.1:{port}");
        var roles = Enum.GetValues<Role>().Where(one => role.Length == 0 || one.ToString() == role);
        await visitor.MeasureAsync(roles, [.. PageAddresses.Of(app, await SampleAsync(app)).Where(path => only.Split(',').Any(part => path.Contains(part, StringComparison.Ordinal)))], times);
        Console.WriteLine($"{Memory.ResidentMegabytes(Environment.ProcessId)} MB at the end");
        await app.StopAsync();
    }

    static (string Name, string Value)[] Settings(string folder, string connection, int port) =>
    [
        ("Storage:Path", folder), ("Storage:Connection", connection), ("Urls", $"http://127.0.0.1:{port}"), ("Logging:LogLevel:Default", "Error"), ("Content:Path", "content"),
    ];

    static string[] Arguments((string Name, string Value)[] settings) => [.. settings.Select(one => $"--{one.Name}={one.Value}")];

    static async Task FillAsync((string Name, string Value)[] settings, int people)
    {
        var since = Stopwatch.GetTimestamp();
        Dictionary<string, Form> forms = [];
        await using (var app = Composition.Build(Arguments(settings), isDemo: false))
        {
            await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(default);
            foreach (var (code, file, kind, moment) in Rounds)
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine("content", "forms", file));
                var (round, _) = await app.Services.GetRequiredService<OpenRound>().RunAsync(new FormFile("", file, bytes, DateTimeOffset.UtcNow), code, kind, kind == RoundKind.Interview || kind == RoundKind.Application ? null : "epilepsy", moment.Length > 0 ? moment : null, default);
                await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(default);
                forms[code] = app.Services.GetRequiredService<ICatalogues>().Current.Forms[round?.FormVersion ?? throw new InvalidOperationException($"{file} is refused.")];
            }
        }
        await using var filling = PagesFilling.Of(settings, new CrowdAnswers(forms), people);
        await filling.RunAsync();
        Console.WriteLine($"{people} people, {filling.Answers} answers, kept in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s");
    }

    // Ids that there are, for the addresses that name one.
    static async Task<PageSample> SampleAsync(WebApplication app)
    {
        var register = app.Services.GetRequiredService<IRegister>();
        var since = Stopwatch.GetTimestamp();
        await register.CountsAsync(default);
        Console.WriteLine($"register in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s, {Memory.ResidentMegabytes(Environment.ProcessId)} MB");
        var session = (await register.LinesAsync("APPLY", default))[0];
        var alerts = await app.Services.GetRequiredService<ISafetyAlerts>().LatestAsync(1, default);
        var interview = (await register.LinesAsync("B1", default))[0];
        return new PageSample(session.Person.Value, session.Id, interview.Id, alerts.Count > 0 ? alerts[0].Id : "");
    }
}

/// <summary>Ids that there are.</summary>
sealed record PageSample(string Person, string Application, string Interview, string Alert);
