using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Bot.Storage;

public sealed class StorageLockTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-lock-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Second_store_on_one_folder_refuses_with_a_clear_message()
    {
        using var first = new LiteDbStore(new StorageOptions(folder));
        var refusal = Assert.Throws<StorageInUseException>(() => new LiteDbStore(new StorageOptions(folder)));
        Assert.Contains($"in use by another running RbcBot (process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_can_see_whether_somebody_owns_the_folder()
    {
        using (var first = StorageLock.Take(folder))
            Assert.True(StorageLock.IsHeld(folder));
        Assert.False(StorageLock.IsHeld(folder));
    }
}
