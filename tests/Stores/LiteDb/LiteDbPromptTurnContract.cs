using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Faults.Cuts;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbPromptTurnContract() : PromptTurnContract(new LiteDbPlace())
{
    [Fact]
    public async Task A_store_that_does_not_take_it_leaves_the_lane_free_and_nothing_behind()
    {
        var disk = new CutDisk();
        using var store = new LiteDbStore(null, disk, new StorageOptions(LeastFreeMegabytes: 0), Clock, isStepped: true, Sample.Vault);
        var ports = LiteDbPlace.PortsOf(store, Clock);
        var prompt = (IPromptTurns)ports.Turns;
        var first = await ports.TurnAsync(Text(Web, "1"), talk => Sample.Turn(talk, "Muraho"));
        var held = prompt.Hold(Text(Web, "2"));
        Assert.NotNull(held);
        disk.FailingFlushes = 1;
        await Assert.ThrowsAnyAsync<IOException>(() => prompt.TakeAsync(held, Sample.Turn(first, "lost"), default));
        Assert.True(await ports.Inbox.AcceptAsync(Text(Web, "2"), default));
        Assert.Equal("2", (await ports.Inbox.NextAsync(default)).Inbound.ExternalId);
        Assert.Equal("Muraho", (await ports.Outbox.AfterAsync(Web, 0, default)).Single().Message.Text);
    }

    static TimeProvider Clock => TimeProvider.System;
}
