using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>How long the bot takes to be ready, on an empty folder and on one that it knows, and what it takes to do nothing.</summary>
static class StartBench
{
    const int Times = 5;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string folder)
    {
        for (var time = 0; time < Times; time++)
        {
            await using var bot = await BotProcess.StartAsync(folder);
            var started = bot.TimeToReady.TotalMilliseconds;
            await Task.Delay(Rest);
            Console.WriteLine($"{(time == 0 ? "empty folder" : "known folder")}: {started:0} ms to ready, {Memory.ResidentMegabytes(bot.Id)} MB after {Rest.TotalSeconds:0} s");
            await bot.StopAsync();
        }
    }
}
