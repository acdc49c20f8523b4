using System.Diagnostics;
using System.Text.Json;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F1 over Telegram: what the bot confirmed by its offset survives a kill, once and in order.</summary>
public sealed class TelegramKillTests(ITestOutputHelper output) : IDisposable
{
    const int Chats = 20, Questions = 12, Kills = 4;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-telegram-kill-").FullName;

    [Fact]
    public async Task Confirmed_updates_survive_kill_9_once_and_in_order()
    {
        await OpenAsync();
        await using var telegram = await FakeTelegram.StartAsync();
        var bot = await StartAsync(telegram);
        for (var part = 0; part < Kills; part++)
        {
            foreach (var chat in Enumerable.Range(1, Chats))
                SayPart(telegram, chat, part);
            if (part % 2 == 1)
                await ConfirmedAsync(telegram); // then the kill comes in the middle of their turns, else while they are fetched
            else
                await Task.Delay(Look);
            await bot.KillAsync();
            output.WriteLine($"kill {part + 1}: {telegram.Unconfirmed} updates not confirmed");
            await bot.DisposeAsync();
            bot = await StartAsync(telegram);
        }

        await ConfirmedAsync(telegram);
        var rows = await ExportAsync();
        await bot.DisposeAsync();
        Assert.Equal(Chats, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(
            Enumerable.Range(1, Questions).Select(number => $"answer {number}"),
            Enumerable.Range(1, Questions).Select(number => row.GetProperty($"q{number}").GetString())));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A quarter of what a person says: an answer lost, doubled or moved shows as another answer to a later question.</summary>
    static void SayPart(FakeTelegram telegram, int chat, int part)
    {
        string[] all = ["/start KILL", "English", "I agree", .. Enumerable.Range(1, Questions).Select(number => $"answer {number}")];
        foreach (var words in all.Chunk((all.Length + Kills - 1) / Kills).ElementAtOrDefault(part) ?? [])
            telegram.Says(chat, words);
    }

    static async Task ConfirmedAsync(FakeTelegram telegram)
    {
        for (var since = Stopwatch.GetTimestamp(); telegram.Unconfirmed > 0; await Task.Delay(Look))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{telegram.Unconfirmed} updates are not confirmed.");
    }

    Task<BotProcess> StartAsync(FakeTelegram telegram) => BotProcess.StartAsync(
        folder, null, ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl));

    async Task OpenAsync()
    {
        var rows = string.Join("\n", Enumerable.Range(1, Questions).Select(number => $"text | q{number} | Question {number}?"));
        var file = Path.Combine(folder, "kill.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx.Of(("survey", $"type | name | label\n{rows}"), ("settings", "form_id\nkill")));
        Assert.Equal(0, (await BotProcess.RunCommandAsync(folder, ["round", "open", file, "--code", "KILL"])).ExitCode);
    }

    async Task<JsonElement> ExportAsync()
    {
        var file = Path.Combine(folder, "export.json");
        Assert.Equal(0, (await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "KILL", "--format", "json", "--out", file])).ExitCode);
        return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file));
    }
}
