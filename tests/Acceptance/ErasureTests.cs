using System.Text;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Erasing;
using RbcBot.Bot.Media;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;

namespace RbcBot.Tests.Acceptance;

/// <summary>Somebody with a name, a phone, words and a file that nobody else has writes, is erased, and is looked for everywhere.</summary>
public sealed class ErasureTests : IDisposable
{
    const string Name = "Uwamahoro Plantedname", Reference = "wamid.plantedreference";

    static readonly Address Phone = new("whatsapp", "250788900177");
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    readonly string root = Directory.CreateTempSubdirectory("rbcbot-erased-").FullName;
    readonly FakeTimeProvider clock = new(Sample.Noon);
    int said;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Nothing_of_her_is_found_and_what_was_counted_is_as_it_was()
    {
        var folder = Path.Combine(root, "data");
        List<byte[]> telling;
        using (var world = new World(folder, root, clock))
        {
            await SpeakAsync(world);
            var before = await world.Ports.Records.CountsAsync(default);
            telling = [.. world.Sealed(), .. new[] { Name, Phone.Value, Reference, world.Person.Value, "Plantedwords" }.Select(Encoding.UTF8.GetBytes), Encoding.UTF8.GetBytes(world.Store.Vault.KeyOf(Phone))];
            world.Backup("before.zip");
            // Planted for sure: else the search below proves nothing.
            Assert.All(telling.Take(world.Sealed().Count), bytes => Assert.NotEmpty(Holding(folder, bytes)));
            await EraseAsync(world);
            Assert.Equal(before, await world.Ports.Records.CountsAsync(default));
            Assert.Equal(0, await world.Finish.RunAsync(default));
            world.Backup("after.zip");
            Assert.DoesNotContain(world.Opened(), row => row.Contains("lanted", StringComparison.Ordinal) || row.Contains(Phone.Value, StringComparison.Ordinal));
            Assert.Contains(await world.Ports.Audit.Trail.FromAsync(1, 10, default), row => row.Entry is { Act: "person.erased", Object: ['E', '-', ..] });
        }
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(root, "after.zip"), Path.Combine(root, "after"));
        foreach (var place in (string[])[folder, Path.Combine(root, "after")])
            Assert.Equal([], telling.SelectMany(bytes => Holding(place, bytes)));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "media")));
    }

    [Fact]
    public async Task Who_is_brought_back_by_an_older_copy_is_erased_again()
    {
        var folder = Path.Combine(root, "data");
        using (var world = new World(folder, root, clock))
        {
            await SpeakAsync(world);
            world.Backup("before.zip");
            await EraseAsync(world);
            await world.Finish.RunAsync(default);
        }
        var restored = Path.Combine(root, "restored");
        using (var zip = File.OpenRead(Path.Combine(root, "before.zip")))
            LiteDbRestore.Run(zip, restored, until: null);
        using (var world = new World(restored, root, clock))
        {
            Assert.Contains(world.Opened(), row => row.Contains("Plantedwords", StringComparison.Ordinal));
            Assert.Equal(1, await world.Again.RunAsync(default));
            Assert.Equal(0, await world.Again.RunAsync(default));
            await world.Finish.RunAsync(default);
            Assert.DoesNotContain(world.Opened(), row => row.Contains("lanted", StringComparison.Ordinal) || row.Contains(Phone.Value, StringComparison.Ordinal));
            Assert.Single(await world.Ports.Records.SessionsAsync("B1", default));
            Assert.Empty(Directory.GetFiles(Path.Combine(restored, "media")));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_kill_at_any_step_is_gone_on_from(int step)
    {
        var folder = Path.Combine(root, "data");
        using (var world = new World(folder, root, clock))
        {
            await SpeakAsync(world);
            await EraseAsync(world);
            var cut = new CutErasures(world.Ports.Erased, step);
            await Assert.ThrowsAsync<IOException>(() => world.Finishing(cut).RunAsync(default));
        }
        using (var world = new World(folder, root, clock))
        {
            Assert.Equal(0, await world.Finish.RunAsync(default));
            Assert.All(await world.Ports.Erased.ListAsync(default), row => Assert.Equal((ErasedStage.Done, null), (row.Stage, row.Rest)));
            Assert.Single(File.ReadAllLines(Path.Combine(root, "erased.txt")), line => line.StartsWith("E-", StringComparison.Ordinal));
        }
        Assert.Equal([], Holding(folder, Encoding.UTF8.GetBytes(Phone.Value)));
    }

    async Task SpeakAsync(World world)
    {
        foreach (var what in (Said[])[Said.Enter("B1"), Said.Text("en"), Said.Text("I agree"), Said.Text("Musanze"), Said.Text("CS Plantedwords"), Said.Text(Name)])
            await SayAsync(world, what);
        await world.Media.KeepAsync(Phone, new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 }, "image/jpeg", default);
        world.Person = (await world.Ports.Records.ConversationsAsync(default)).Single().Person;
    }

    async Task EraseAsync(World world)
    {
        foreach (var words in (string[])["delete me", "yes", "yes"])
            await SayAsync(world, Said.Text(words));
        clock.Advance(TimeSpan.FromDays(10));
        Assert.NotEqual(0, await world.Ports.Reminders.FireAsync(clock.GetUtcNow(), default));
        await world.RunAsync();
        Assert.StartsWith("What told who you are", world.Sent[^1], StringComparison.Ordinal);
    }

    async Task SayAsync(World world, Said what)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await world.Ports.Inbox.AcceptAsync(new Inbound(Phone, $"{Reference}-{said++}", what, clock.GetUtcNow()), default);
        await world.RunAsync();
    }

    static IEnumerable<string> Holding(string folder, byte[] bytes) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("rbcbot.lock", StringComparison.Ordinal) && File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0).Select(file => $"{Path.GetFileName(file)}: {Encoding.UTF8.GetString(bytes)[..Math.Min(12, bytes.Length)]}");

    sealed class World : IDisposable
    {
        readonly TurnRunner runner;
        readonly StorageOptions options;
        readonly FakeTimeProvider clock;

        public World(string folder, string keys, FakeTimeProvider clock)
        {
            options = new StorageOptions(folder, KeyFile: Path.Combine(keys, "master.key"));
            this.clock = clock;
            Store = new LiteDbStore(options);
            Ports = LiteDbPlace.PortsOf(Store, clock);
            Media = new MediaFolder(options, new MediaOptions(), Store.Vault);
            var links = new AccessLinks(Ports.LinkCodes, null, clock);
            runner = new TurnRunner(Ports.Turns, (conversation, inbound, now) => Talk.Take(conversation, inbound, GuideB, Flows.All, now), clock)
            {
                Fetch = links.BringAsync,
            };
        }

        public LiteDbStore Store { get; }

        public Ports Ports { get; }

        public MediaFolder Media { get; }

        public PersonId Person { get; set; }

        public List<string> Sent { get; } = [];

        public FinishErasures Finish => Finishing(Ports.Erased);

        public ErasedAgain Again => new(Ports.Erased, new ErasedList(options), new FixedCatalogue(), Ports.Records, clock);

        public FinishErasures Finishing(IErasedRows rows) => new(rows, new ErasedList(options), Media, clock);

        public void Backup(string name)
        {
            using var zip = File.Create(Path.Combine(Path.GetDirectoryName(options.KeyPath)!, name));
            Store.BackUp(zip, options.Path);
        }

        /// <summary>Serves all that waits, and sends all that is to be sent.</summary>
        public async Task RunAsync()
        {
            while ((await Ports.Inbox.UnhandledAsync(default)).Count > 0)
                await runner.RunAsync(await Ports.Inbox.NextAsync(default), default);
            while ((await Ports.Deliveries.DepthsAsync(default)).Sum(depth => depth.Pending) > 0)
            {
                var sending = await Ports.Outbox.NextAsync(default);
                Sent.Add(sending.Message.Text);
                await Ports.Outbox.MarkAsync(sending, SendState.Sent, $"{Reference}-{sending.Number}", "", null, default);
            }
        }

        /// <summary>All rows, unsealed.</summary>
        public IEnumerable<string> Opened() => LiteDbSchema.Collections.SelectMany(collection => Store.All(collection)).Select(row => row.ToString());

        /// <summary>Sealed bytes of hers as they lie on disk: the beginning of each is chance, and so nobody else's.</summary>
        public List<byte[]> Sealed() =>
        [
            .. ((string[])[LiteDbSchema.Conversations, LiteDbSchema.Sessions, LiteDbSchema.Addresses, LiteDbSchema.Facts, LiteDbSchema.Outbox])
                .SelectMany(Store.Rows.Sealed).Where(row => row["sealed"].IsBinary).Select(row => row["sealed"].AsBinary[..40]),
        ];

        public void Dispose()
        {
            Media.Dispose();
            Store.Dispose();
        }
    }

    sealed class FixedCatalogue : ICatalogues
    {
        public Catalogue Current => GuideB;

        public Task RefreshAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
