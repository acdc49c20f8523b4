using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F1 at every named step of an erasure, on both stores: the bot kills itself there and comes up again, and she is erased wholly or not yet at all. RBCBOT_STEP_KILLS says how often at each step; without it each store takes some of the steps, other ones each day.</summary>
public sealed class ErasureKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    const long Chat = 90210088;

    /// <summary>Without the variable, one step in so many.</summary>
    const int OneIn = 4;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(60), LongAgo = TimeSpan.FromDays(10) + TimeSpan.FromHours(1);
    static readonly int? KillsEach = int.TryParse(Environment.GetEnvironmentVariable("RBCBOT_STEP_KILLS"), out var kills) ? kills : null;
    static readonly Address Hers = new("telegram", $"{Chat}");

    FakeTelegram telegram = null!; // started before the bot

    public async Task InitializeAsync() => telegram = await FakeTelegram.StartAsync();

    public async Task DisposeAsync() => await telegram.DisposeAsync();

    [Fact]
    public async Task On_LiteDB_no_kill_leaves_half_of_her()
    {
        using var place = new LiteDbErasingPlace();
        await KillAllAsync(place, partsOfLettingGo: 3);
    }

    [Fact]
    public async Task On_PostgreSQL_no_kill_leaves_half_of_her()
    {
        using var place = new PostgresErasingPlace();
        await KillAllAsync(place, partsOfLettingGo: 1);
    }

    async Task KillAllAsync(ErasingPlace begun, int partsOfLettingGo)
    {
        await begun.OpenRoundAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow - LongAgo);
        PersonId person = default;
        await begun.UseAsync(clock, async (ports, media) =>
        {
            var hers = new PlantedPerson(ports, Hers, clock);
            await hers.SpeakAsync();
            await media.KeepAsync(Hers, new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 }, "image/jpeg", default);
            await hers.WantToBeErasedAsync();
            person = (await ports.Records.ConversationsAsync(default)).Single().Person;
        });
        var telling = new Telling(person, [.. await begun.SealedAsync()]);
        Assert.Equal([], telling.Sealed.Except(telling.Sealed.Where(word => begun.Holding([word]).Count > 0)));
        using var gone = begun.Copy();
        await gone.UseAsync(clock, (ports, _) => new PlantedPerson(ports, Hers, clock).HaveHerDayAsync());
        foreach (var (step, count) in Wanted(partsOfLettingGo))
        {
            using var place = (step < Step.Listed ? begun : gone).Copy();
            await KillAsync(place, step, count, telling);
        }
    }

    static IEnumerable<(Step Step, int Count)> Wanted(int partsOfLettingGo)
    {
        List<(Step, int)> all = [.. Enum.GetValues<Step>().Where(step => step >= Step.Erasing).SelectMany(step => Enumerable.Range(1, step == Step.LettingGo ? partsOfLettingGo : 1).Select(count => (step, count)))];
        return KillsEach is { } each ? all.SelectMany(one => Enumerable.Repeat(one, each)) : all.Where((_, index) => (index + DateTime.UtcNow.DayOfYear) % OneIn == 0);
    }

    async Task KillAsync(ErasingPlace place, Step step, int count, Telling telling)
    {
        output.WriteLine($"{place.GetType().Name} {step}:{count}");
        await DieAsync(place, $"{step}:{count}");
        await place.UseAsync(Now, (ports, _) => WholeOrGoneAsync(ports, telling.Person, mayBeWhole: step == Step.Erasing));
        if (step < Step.Listed)
            await TellAsync(place);
        if (!await IsEndedAsync(place))
            await DieAsync(place, $"{Step.Ended}:1");
        await place.UseAsync(Now, (ports, _) => EndedAsync(ports, telling.Person));
        Assert.Single(File.ReadAllLines(Path.Combine(place.Folder, "erased.txt")), line => line.StartsWith("E-", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(place.Folder, "media")));
        Assert.Equal([], place.Holding([.. telling.Sealed, .. PlantedPerson.Words, Hers.Value, telling.Person.Value]));
        Assert.DoesNotContain(await place.OpenedAsync(), row => PlantedPerson.Words.Append(Hers.Value).Any(word => row.Contains(word, StringComparison.Ordinal)));
    }

    static FakeTimeProvider Now => new(DateTimeOffset.UtcNow);

    // All of her is there and waits, or nothing but what has still to be finished.
    static async Task WholeOrGoneAsync(Ports ports, PersonId person, bool mayBeWhole)
    {
        var rows = await ports.Erased.ListAsync(default);
        var talk = await ports.Records.ConversationAsync(person, default);
        var sessions = await ports.Records.SessionsAsync("B1", default);
        var facts = (await ports.Records.FactsAsync(default)).Count(fact => fact.Person == person);
        if (mayBeWhole && rows.Count == 0)
        {
            Assert.NotNull(talk?.Erasing?.DueAt);
            Assert.Contains(PlantedPerson.Place, Assert.Single(sessions, session => session.Person == person).Answers.Select(answer => answer.Value));
            Assert.NotEqual(0, facts);
            return;
        }
        Assert.Equal((1, null, 0), (rows.Count, talk, facts));
        Assert.True(Assert.Single(sessions).IsUnlinked);
        Assert.Empty(await ports.Records.AddressesAsync(person, default));
    }

    static async Task<bool> IsEndedAsync(ErasingPlace place)
    {
        var isEnded = false;
        await place.UseAsync(Now, async (ports, _) => isEnded = (await ports.Erased.ListAsync(default)) is [{ Stage: ErasedStage.Done }]);
        return isEnded;
    }

    static async Task EndedAsync(Ports ports, PersonId person)
    {
        await WholeOrGoneAsync(ports, person, mayBeWhole: false);
        var row = Assert.Single(await ports.Erased.ListAsync(default));
        Assert.Equal((ErasedStage.Done, null), (row.Stage, row.Rest));
        Assert.Empty(await ports.Outbox.LastAsync(Hers, 10, default));
        Assert.Single(await ports.Audit.Trail.FromAsync(1, 1_000, default), one => one.Entry.Act == "person.erased" && one.Entry.Object == row.Number);
    }

    // Her day comes, or has come, and she hears the last message.
    async Task TellAsync(ErasingPlace place)
    {
        var before = Farewells;
        await using var bot = await StartAsync(place, "");
        for (var since = Stopwatch.GetTimestamp(); Farewells == before; await Task.Delay(Look))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "She was not told.");
        Assert.Equal(0, await bot.StopAsync());
        Assert.Empty(bot.Troubles);
    }

    int Farewells => telegram.State.Messages(Chat).Count(message => message.Text.StartsWith("What told who you are", StringComparison.Ordinal));

    async Task DieAsync(ErasingPlace place, string killAt)
    {
        try
        {
            await using var bot = await StartAsync(place, killAt);
            Assert.Equal(137, await bot.EndAsync());
        }
        catch (Exception early) when (early is HttpRequestException or SocketException || (early is InvalidOperationException && early.Message.StartsWith("The bot ended", StringComparison.Ordinal)))
        {
            output.WriteLine("died while it came up");
        }
    }

    Task<BotProcess> StartAsync(ErasingPlace place, string killAt) => BotProcess.StartAsync(
        place.Folder, null, [.. place.Settings, ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl), ("RBCBOT_KILL_AT", killAt)]);

    /// <summary>What must not be found of her.</summary>
    sealed record Telling(PersonId Person, IReadOnlyList<string> Sealed);
}
