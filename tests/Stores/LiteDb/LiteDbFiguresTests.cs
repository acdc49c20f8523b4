using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbFiguresTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-figures-").FullName;
    readonly FakeTimeProvider clock = new(Noon);
    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbOutbox outbox;
    readonly LiteDbTurns turns;
    readonly LiteDbFigures figures;

    public LiteDbFiguresTests()
    {
        var options = new StorageOptions(folder);
        store = new LiteDbStore(options);
        var people = new LiteDbPeople(store, clock);
        inbox = new LiteDbInbox(store, people, clock);
        outbox = new LiteDbOutbox(store, people, clock, new HashSet<string> { "web" });
        (turns, figures) = (new LiteDbTurns(store, inbox, outbox, people, clock), new LiteDbFigures(store, inbox, outbox, options));
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_waits_is_counted_with_the_time_of_the_oldest()
    {
        await inbox.AcceptAsync(Text(Chat, "1"), default);
        clock.Advance(TimeSpan.FromSeconds(30));
        await inbox.AcceptAsync(Text(Chat, "2"), default);
        var now = await figures.ReadAsync(default);
        // The first write marked the new folder.
        Assert.Equal((2, Noon, 0, 3), (now.Waiting, now.WaitingSince, now.Unsent, now.Commits?.Writes));
    }

    [Fact]
    public async Task What_is_decided_is_to_be_sent_and_waits_no_more()
    {
        await inbox.AcceptAsync(Text(Chat, "1"), default);
        var waiting = await inbox.NextAsync(default);
        await turns.CommitAsync(waiting, Turn(Conversation.New(waiting.Person, Chat), "Muraho", "Amakuru"), default);
        var now = await figures.ReadAsync(default);
        Assert.Equal((0, null, 2, 0), (now.Waiting, now.WaitingSince, now.Unsent, now.Aside));
    }

    [Fact]
    public async Task What_was_set_aside_is_counted()
    {
        await inbox.AcceptAsync(Text(Chat, "1"), default);
        await inbox.SetAsideAsync(await inbox.NextAsync(default), "FormatException", default);
        Assert.Equal(1, (await figures.ReadAsync(default)).Aside);
    }

    [Fact]
    public async Task A_sound_store_has_no_trouble() => Assert.Null(await figures.AskAsync(default));

    [Fact]
    public async Task A_folder_that_takes_no_file_makes_the_store_read_only()
    {
        Directory.CreateDirectory(Path.Combine(folder, "rbcbot.probe"));
        Assert.Equal(StoreTrouble.ReadOnly, await figures.AskAsync(default));
    }

    [Fact]
    public async Task A_store_that_is_closed_is_broken()
    {
        var options = new StorageOptions(Path.Combine(folder, "closed"));
        var closed = new LiteDbStore(options);
        closed.Dispose();
        Assert.Equal(StoreTrouble.Broken, await new LiteDbFigures(closed, inbox, outbox, options).AskAsync(default));
    }
}
