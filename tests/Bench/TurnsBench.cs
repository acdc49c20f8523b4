using System.Diagnostics;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>Turns a second through the real web chat, with as many phones at once.</summary>
static class TurnsBench
{
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string folder, int phones)
    {
        await BotProcess.RunCommandAsync(folder, ["round", "open", Path.Combine(AppContext.BaseDirectory, "content", "forms", "guide-b.xlsx"), "--code", "B1"]);
        await using var bot = await BotProcess.StartAsync(folder);
        await Task.Delay(Rest);
        Console.WriteLine($"memory at rest: {Memory.ResidentMegabytes(bot.Id)} MB");
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        await ThousandAsync(bot, http);
        await TalkAsync(http, phones, WarmUp, first: 2000);
        var (turns, time) = await TalkAsync(http, phones, Measured, first: 4000);
        Console.WriteLine($"{phones} phones: {turns.Count / time.TotalSeconds:0} turns/s over {time.TotalSeconds:0} s");
        Print("202 after", [.. turns.Select(turn => turn.Acknowledged).Order()]);
        Print("answer after", [.. turns.Select(turn => turn.Answered).Order()]);
        await Task.Delay(Rest);
        Console.WriteLine($"memory after {turns.Count} turns: {Memory.ResidentMegabytes(bot.Id)} MB");
    }

    static async Task ThousandAsync(BotProcess bot, HttpClient http)
    {
        const int Turns = 1000;
        using var over = new CancellationTokenSource();
        var people = Enumerable.Range(0, 8).Select(number => new Interviewee(http, 1000 + number)).ToList();
        var talking = Task.WhenAll(people.Select(person => person.TalkAsync(over.Token)));
        while (people.Sum(person => person.Turns.Count) < Turns)
            await Task.Delay(20, CancellationToken.None);
        await over.CancelAsync();
        await talking;
        await Task.Delay(Rest, CancellationToken.None);
        Console.WriteLine($"memory after {people.Sum(person => person.Turns.Count)} turns: {Memory.ResidentMegabytes(bot.Id)} MB");
    }

    static async Task<(List<Felt> Turns, TimeSpan Time)> TalkAsync(HttpClient http, int phones, TimeSpan time, int first)
    {
        var since = Stopwatch.GetTimestamp();
        using var over = new CancellationTokenSource(time);
        var people = Enumerable.Range(0, phones).Select(number => new Interviewee(http, first + number)).ToList();
        await Task.WhenAll(people.Select(person => person.TalkAsync(over.Token)));
        return ([.. people.SelectMany(person => person.Turns)], Stopwatch.GetElapsedTime(since));
    }

    static void Print(string what, List<double> sorted) =>
        Console.WriteLine($"{what}: p50 {sorted[sorted.Count / 2]:0.0} ms, p99 {sorted[sorted.Count * 99 / 100]:0.0} ms, longest {sorted[^1]:0} ms");
}
