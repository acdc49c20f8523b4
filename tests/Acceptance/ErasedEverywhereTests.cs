using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Bot;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Acceptance;

/// <summary>Somebody talks with the real bot, which logs all it can, is erased by it, and is looked for: in the store as it lies there (of PostgreSQL, a dump), in all that was logged meanwhile, and in every export made afterwards.</summary>
public sealed class ErasedEverywhereTests : IAsyncLifetime
{
    const long Chat = 90210066;
    const string Phone = "250788900166", FirstName = "Plantedfirst";

    static readonly string[] Planted = [.. PlantedPerson.Words, Phone, FirstName, $"{Chat}"];
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(60);

    readonly List<string> logged = [];

    FakeTelegram telegram = null!; // started before the bot

    public async Task InitializeAsync() => telegram = await FakeTelegram.StartAsync();

    public async Task DisposeAsync() => await telegram.DisposeAsync();

    [Fact]
    public async Task On_LiteDB_nothing_of_her_is_left()
    {
        using var place = new LiteDbErasingPlace();
        await EraseAsync(place);
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_of_her_is_left()
    {
        using var place = new PostgresErasingPlace();
        await EraseAsync(place);
    }

    async Task EraseAsync(ErasingPlace place)
    {
        await place.OpenRoundAsync();
        await RunAsync(place, TalkAsync);
        string[] telling = [.. Planted, .. await place.SealedAsync(), await ComeAsync(place)];
        // Planted for sure: else what follows proves nothing.
        Assert.Contains(await place.OpenedAsync(), row => row.Contains(PlantedPerson.Place, StringComparison.Ordinal));
        Assert.Contains(PlantedPerson.Place, await ExportAsync(place, "csv", isNamed: true), StringComparison.Ordinal);

        await RunAsync(place, () => HearsAsync("What told who you are"));
        await EndAsync(place);

        Assert.Equal([], place.Holding(telling));
        Assert.DoesNotContain(await place.OpenedAsync(), Tells);
        Assert.Contains(logged, line => line.StartsWith('{') && line.Contains("\"State\"", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, Tells);
        foreach (var format in ExportFormats.Names.Split('|'))
            foreach (var isNamed in (bool[])[false, true])
                Assert.False(Tells(await ExportAsync(place, format, isNamed)), format);
    }

    // Until the erasure ends; that may come while the bot is still coming up.
    async Task EndAsync(ErasingPlace place)
    {
        try
        {
            await using var last = await StartAsync(place, $"{Step.Ended}:1");
            Assert.Equal(137, await last.EndAsync());
            logged.AddRange(last.OutputLines);
        }
        catch (Exception early) when (early is HttpRequestException || (early is InvalidOperationException && early.Message.StartsWith("The bot ended", StringComparison.Ordinal)))
        {
            logged.AddRange(early.Message.Split('\n'));
        }
    }

    static bool Tells(string text) => Planted.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    async Task TalkAsync()
    {
        telegram.Happens(FakeTelegramPeople.Sent(Chat, "contact", new JsonObject { ["phone_number"] = Phone, ["first_name"] = FirstName, ["user_id"] = Chat }));
        string[] all = ["/start B1", "English", "I agree", "Musanze", PlantedPerson.Place, PlantedPerson.Name, "my data", "delete me", "yes", "yes"];
        foreach (var words in all)
            telegram.Says(Chat, words);
        await HearsAsync("It is noted: your data will be deleted");
    }

    async Task HearsAsync(string words)
    {
        for (var since = Stopwatch.GetTimestamp(); !telegram.State.Messages(Chat).Any(message => message.Text.Contains(words, StringComparison.Ordinal)); await Task.Delay(Look))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, string.Join('\n', telegram.State.Messages(Chat).Select(message => message.Text)));
    }

    // A week goes by: what she waits for is due.
    static async Task<string> ComeAsync(ErasingPlace place)
    {
        PersonId person = default;
        await place.UseAsync(new FakeTimeProvider(DateTimeOffset.UtcNow), async (ports, _) =>
        {
            var hers = (await ports.Records.ConversationsAsync(default)).Single();
            var due = DateTimeOffset.UtcNow.AddMinutes(-1);
            person = hers.Person;
            await ports.TurnAsync(new Inbound(new Address("console", "clock"), "a-week", Said.Due("nothing"), due) { For = person }, next => Sample.Turn(next with { Erasing = next.Erasing! with { DueAt = due } }) with
            {
                Reminders = [new Reminder(Erase.Subject, Erase.Subject, due)],
            });
        });
        return person.Value;
    }

    async Task RunAsync(ErasingPlace place, Func<Task> meanwhile)
    {
        await using var bot = await StartAsync(place, "");
        await meanwhile();
        Assert.Equal(0, await bot.StopAsync());
        logged.AddRange(bot.OutputLines);
    }

    static async Task<string> ExportAsync(ErasingPlace place, string format, bool isNamed)
    {
        var file = Path.Combine(place.Folder, "..", $"{Path.GetFileName(place.Folder)}-export.{format}");
        string[] names = isNamed ? ["--names", "--reason", "test"] : [];
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(place.Folder, ["export", "--round", "B1", "--format", format, "--out", file, .. names], place.Settings);
        Assert.True(exitCode == 0, errors);
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes is [(byte)'P', (byte)'K', ..] ? string.Join('\n', Exported.Entries(bytes).Select(entry => entry.Key + entry.Value)) : Encoding.UTF8.GetString(bytes);
    }

    Task<BotProcess> StartAsync(ErasingPlace place, string killAt) => BotProcess.StartAsync(
        place.Folder, null,
        [.. place.Settings, ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl), ("RBCBOT_KILL_AT", killAt), ("Logging__Console__FormatterName", "json"), ("Logging__LogLevel__Default", "Trace")]);
}
