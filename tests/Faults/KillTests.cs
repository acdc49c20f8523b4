using System.Diagnostics;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults;

/// <summary>F1 on the store alone: a process that writes is killed at random moments; what it had acknowledged must be there, once.</summary>
public sealed class KillTests : IDisposable
{
    const int Seed = 20270308;
    const int LongestLifeMilliseconds = 400;
    static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_KILLS") ?? "20");

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-kill-").FullName;
    readonly List<string> acknowledged = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_by_kill_9()
    {
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
            await WriteUntilKilledAsync($"run{kill}", random.Next(LongestLifeMilliseconds));
        var handled = await FinishAsync();
        Assert.NotEmpty(acknowledged);
        Assert.Equal([], acknowledged.Except(handled));
        Assert.Equal(handled.Count, handled.Distinct().Count());
        Assert.Equal(acknowledged.GroupBy(Person).Select(mine => mine.ToList()), acknowledged.GroupBy(Person).Select(mine => handled.Intersect(mine).ToList()));
    }

    static string Person(string line) => line.Split(' ')[0];

    async Task WriteUntilKilledAsync(string run, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Writer.Talker).Assembly.Location, folder, run]) { RedirectStandardOutput = true };
        using var writer = Process.Start(start) ?? throw new InvalidOperationException("The writer did not start.");
        var first = await writer.StandardOutput.ReadLineAsync();
        Assert.True(first is not null, "The writer could not open the store.");
        var rest = writer.StandardOutput.ReadToEndAsync();
        await Task.Delay(milliseconds);
        writer.Kill();
        await writer.WaitForExitAsync();
        var text = $"{first}\n{await rest}";
        acknowledged.AddRange(text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    // Opens the store a last time, lets everything that waits have its turn, and reads what became of it.
    async Task<List<string>> FinishAsync()
    {
        using var store = new LiteDbStore(Writer.Store.Options(folder));
        var people = new LiteDbPeople(store, TimeProvider.System);
        var inbox = new LiteDbInbox(store, people, TimeProvider.System);
        var turns = new LiteDbTurns(store, inbox, new LiteDbOutbox(store, people, TimeProvider.System, new HashSet<string> { "web" }), people, TimeProvider.System);
        while (inbox.Count > 0)
        {
            var waiting = await inbox.NextAsync(default);
            var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, default);
            await turns.CommitAsync(waiting, Writer.Store.Take(conversation, waiting.Inbound), default);
        }
        return await HandledAsync(new LiteDbRecords(store));
    }

    static async Task<List<string>> HandledAsync(LiteDbRecords records)
    {
        var addresses = new Dictionary<RbcBot.Core.People.PersonId, string>();
        var handled = new List<string>();
        foreach (var fact in (await records.FactsAsync(default)).OfType<AnswerGiven>())
        {
            if (!addresses.TryGetValue(fact.Person, out var address))
                addresses[fact.Person] = address = (await records.AddressesAsync(fact.Person, default))[0].ToString();
            handled.Add($"{address} {fact.Value}");
        }
        return handled;
    }
}
