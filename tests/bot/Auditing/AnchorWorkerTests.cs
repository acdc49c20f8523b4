using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Auditing;
using RbcBot.Bot.Storage;
using RbcBot.Core.People.Auditing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Auditing;

public sealed class AnchorWorkerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-anchors-").FullName;
    readonly InMemoryAudit audit = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 8, 10, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task One_anchor_is_written_a_day_once_something_was_noted()
    {
        var anchors = new AnchorFolder(new StorageOptions(folder));
        using var worker = new AnchorWorker(audit, InMemoryAudit.Keys, anchors, clock, NullLogger<AnchorWorker>.Instance);
        await worker.RunAsync(default);
        Assert.Empty(anchors.All());
        for (var time = 0; time < 3; time++)
        {
            await audit.NoteAsync(new AuditEntry(clock.GetUtcNow(), "claire", [], "person.view", "p1", AuditOutcome.Done), default);
            await worker.RunAsync(default);
            clock.Advance(TimeSpan.FromHours(13));
        }
        Assert.Equal([2, 3], anchors.All().Select(anchor => anchor.Seq));
        Assert.All(anchors.All(), anchor => Assert.True(anchor.IsOurs(InMemoryAudit.Keys)));
    }
}
