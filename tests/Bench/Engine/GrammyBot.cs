using System.Diagnostics;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The same interview as somebody would write it with grammY; its packages are fetched when it is first measured.</summary>
static class GrammyBot
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // The source lies beside the project; what npm brings goes beside the built programme.
    static string Folder => Path.Combine(AppContext.BaseDirectory, "grammy");

    public static ProcessStartInfo Start(string folder, string telegram, int port)
    {
        Install();
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "bot.mjs")]);
        start.Environment["DATABASE"] = Path.Combine(folder, "grammy.db");
        start.Environment["API_ROOT"] = telegram;
        start.Environment["PORT"] = $"{port}";
        start.Environment["BOT_TOKEN"] = Phones.Token;
        start.Environment["SECRET"] = Phones.Secret;
        start.Environment["NODE_ENV"] = "production";
        return start;
    }

    static void Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "better-sqlite3", "build")))
            return;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder })
            ?? throw new InvalidOperationException("npm is not there.");
        if (!npm.WaitForExit(Patience) || npm.ExitCode != 0)
            throw new InvalidOperationException("npm could not install grammY.");
    }
}
