using System.Diagnostics;
using System.Globalization;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>How long the bot is away: started on an empty folder, and after it was killed in the middle of a storm.</summary>
static class RecoveryBench
{
    const int Times = 5, Phones = 64;
    static readonly TimeSpan Storm = TimeSpan.FromSeconds(6), Rest = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(string folder)
    {
        await Contestants.OpenRoundAsync(folder);
        for (var time = 0; time < Times; time++)
        {
            var since = Stopwatch.GetTimestamp();
            // New chats each time: those that the kill left in the middle must not be mistaken for new ones.
            using var bot = Contestants.Bot(folder, firstChat: 1_000_000L * (time + 1));
            bot.Talk(1, TimeSpan.Zero);
            var (started, cpu) = (Stopwatch.GetElapsedTime(since), bot.Cpu());
            await Task.Delay(Rest);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(time == 0 ? "empty folder" : "after kill -9 under load")}: start to first answered chat {started.TotalSeconds:0.00} s, {cpu.TotalSeconds:0.00} s of processor, {Memory.ResidentMegabytes(bot.Id)} MB at rest"));
            bot.TalkAndKill(Phones, Storm);
        }
    }
}
