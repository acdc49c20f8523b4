using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbcBot.Tests.Given;

/// <summary>The real bot as a process of its own: started, killed and started again.</summary>
sealed class BotProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "RbcBot.Bot.dll");

    readonly Process process;
    readonly ConcurrentQueue<string> lines = [];
    readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<string> firstRun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    BotProcess(Process process) => this.process = process;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>From the start of the process until /health/ready answered.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>What it printed, errors among it.</summary>
    public IReadOnlyList<string> OutputLines => [.. lines];

    /// <summary>What it logged as an error, or worse.</summary>
    public IReadOnlyList<string> Troubles => [.. lines.Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))];

    public int Id => process.Id;

    /// <summary>The link that makes the first administrator.</summary>
    public Task<string> FirstRunLink => firstRun.Task.WaitAsync(Patience);

    /// <summary>Starts the bot on a folder and waits until it is ready.</summary>
    /// <param name="url">Where it shall listen; by default a port that was free a moment ago.</param>
    public static async Task<BotProcess> StartAsync(string folder, string? url = null, params (string Name, string Value)[] settings)
    {
        var since = Stopwatch.GetTimestamp();
        url ??= $"http://127.0.0.1:{FreePort.Next()}";
        var bot = new BotProcess(Begin(folder, [], [("Urls", url), .. settings]));
        bot.process.OutputDataReceived += (_, said) => bot.Hear(said.Data);
        bot.process.ErrorDataReceived += (_, said) => bot.Hear(said.Data);
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        bot.Url = await bot.listening.Task.WaitAsync(Patience);
        using var http = new HttpClient();
        using var ready = await http.GetAsync(new Uri(bot.Url + "/health/ready"));
        bot.TimeToReady = Stopwatch.GetElapsedTime(since);
        ready.EnsureSuccessStatusCode();
        return bot;
    }

    /// <summary>Runs a command of the bot to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunCommandAsync(
        string folder, IReadOnlyList<string> arguments, params (string Name, string Value)[] settings)
    {
        using var command = Begin(folder, arguments, settings);
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync().WaitAsync(Patience);
        return (command.ExitCode, await output, await errors);
    }

    /// <summary>kill -9: the process gets no word in.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Asks it to end and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    static Process Begin(string folder, IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> settings)
    {
        // Not in the folder of the tests: nothing may depend on where the bot is started.
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Storage__Path"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        start.Environment["Keys__Secret"] = "only-for-tests-0123456789abcdef";
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The bot did not start.");
    }

    void Hear(string? line)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException($"The bot ended: {string.Join('\n', lines)}"));
            return;
        }
        lines.Enqueue(line);
        if (line.StartsWith("Chat:", StringComparison.Ordinal) && line.EndsWith("/chat", StringComparison.Ordinal))
            listening.TrySetResult(line["Chat:".Length..^"/chat".Length].Trim());
        if (line.IndexOf("http", StringComparison.Ordinal) is var at and >= 0 && line.Contains("first?token=", StringComparison.Ordinal))
            firstRun.TrySetResult(line[at..]);
    }
}
