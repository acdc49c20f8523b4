using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Admin.SignIn;
using RbcBot.Bot;
using RbcBot.Bot.Commands;

namespace RbcBot.Tests.Given;

/// <summary>The whole bot as Program starts it, on a free port of this machine, with a folder of its own.</summary>
sealed class LiveBot : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string folder;

    LiveBot(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    public string Url => Composition.LocalUrl(app);

    /// <summary>The link that the start prints.</summary>
    public string FirstRunLink => app.Services.GetRequiredService<FirstRunToken>().Link(Url);

    /// <param name="settings">As on the command line, such as --Telegram:Token=…</param>
    public static async Task<LiveBot> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("rbcbot-live-").FullName;
        string[] own = ["--Urls=http://127.0.0.1:0", $"--Storage:Path={folder}", "--Keys:Secret=only-for-tests-0123456789abcdef", "--Console:SignInsPerMinute=1000", "--Console:ExportsPerHour=1000", "--Logging:LogLevel:Default=Warning"];
        var app = Composition.Build([.. own, .. settings], isDemo: false);
        await StartUp.RunAsync(app, CancellationToken.None);
        return new LiveBot(app, folder);
    }

    /// <summary>One of its parts.</summary>
    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Opens a form of content/forms, as the command does.</summary>
    public Task OpenRoundAsync(string form, string code) => OpenRoundAsync(Shipped.File(form), form, code);

    public async Task OpenRoundAsync(byte[] file, string fileName, string code)
    {
        var outcome = await Desk.RunAsync(new DeskRequest("round open") { Code = code, File = file, FileName = fileName }, CancellationToken.None);
        Assert.Equal(0, outcome.ExitCode);
    }

    /// <summary>The round's answers, as the command writes them.</summary>
    public async Task<byte[]> ExportAsync(string code, string format)
    {
        var outcome = await Desk.RunAsync(new DeskRequest("export") { IsNamed = true, Reason = "test", Code = code, Format = format, FileName = "answers." + format }, CancellationToken.None);
        await using var file = outcome.File ?? throw new InvalidOperationException(outcome.Says);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Desk Desk => app.Services.GetRequiredService<Desk>();
}
