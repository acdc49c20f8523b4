using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Media;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Bot.Media;

public sealed class FileFetchingTests : IDisposable
{
    static readonly Address Amina = new("held", "amina-phone");
    static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-fetching-").FullName;
    readonly ListedCatalogue catalogue = new(new InMemoryRounds());
    readonly HeldFiles channel = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_photo_that_a_question_wants_is_kept_before_the_turn()
    {
        channel.Files["ref"] = Photo;
        var file = (await FetchAsync(AtPhoto())).Said.File!;
        Assert.True(File.Exists(Path.Combine(folder, "media", file.Name)));
    }

    [Fact]
    public async Task A_photo_that_nobody_asked_for_is_never_fetched()
    {
        channel.Files["ref"] = Photo;
        var file = (await FetchAsync(Begun())).Said.File!;
        Assert.Equal(("", 0), (file.Name, channel.Fetches));
    }

    [Fact]
    public async Task A_photo_that_is_gone_is_asked_for_again()
    {
        var file = (await FetchAsync(AtPhoto())).Said.File!;
        Assert.Equal(("talk.sent.lost", 1), (file.Fault, channel.Fetches));
    }

    Dialogue Begun()
    {
        catalogue.Forms[SpokenForm.Place.Version] = SpokenForm.Place;
        return new Dialogue(Shipped.Of(SpokenForm.Place, "S1", RoundKind.Interview)).Enters("S1").Says("en").Presses("I agree");
    }

    Dialogue AtPhoto() => Begun().SharesPlace("-1.9501 30.0588 0 12");

    Task<Inbound> FetchAsync(Dialogue dialogue) => new FileFetching(
        [channel], new MediaFolder(new StorageOptions(folder), new MediaOptions(), Sample.Vault), catalogue, TimeProvider.System, NullLogger<FileFetching>.Instance)
        .FetchAsync(dialogue.Conversation, new Inbound(Amina, "1", Said.Sent(new SentFile("", "image/jpeg", "ref"), ""), dialogue.Now), default);

    /// <summary>A channel that holds files until they are fetched.</summary>
    sealed class HeldFiles : IChannel
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public int Fetches { get; private set; }

        public string Name => "held";

        public bool IsFetched => true;

        public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop) => Task.FromResult<Delivery>(new Sent(""));

        public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop)
        {
            Fetches++;
            return Task.FromResult(Files.TryGetValue(reference, out var file) ? new Fetched(file, true, false) : new Fetched(null, true, false));
        }
    }
}
