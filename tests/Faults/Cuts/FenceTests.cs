using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>What must be on disk before what, when the bot was killed and then the power is cut (simulation, seed 28).</summary>
public sealed class FenceTests
{
    const string Data = "data", Log = "log";
    const int Pages = 20, Cuts = 200;

    static readonly byte[] Page = [.. Enumerable.Range(0, CheckedPages.PageBytes).Select(place => (byte)place)];

    [Fact]
    public void What_a_killed_process_left_in_the_log_is_on_disk_before_the_data_file_is_touched()
    {
        var disk = new CutDisk();
        WriteLog(disk);
        var next = disk.Same();
        var fence = new Fence(next.Open(Data), new CheckedPages(next.Open(Log)));
        fence.WriteData(Page, 0);
        for (var seed = 1; seed <= Cuts; seed++)
            Assert.Equal(Pages * CheckedPages.PageBytes, new CheckedPages(next.Cut(new Random(seed)).Open(Log)).Length);
    }

    static void WriteLog(CutDisk disk)
    {
        var fence = new Fence(disk.Open(Data), new CheckedPages(disk.Open(Log)));
        disk.FlushNames();
        for (var page = 0; page < Pages; page++)
            fence.WriteLog(Page, page * CheckedPages.PageBytes);
    }
}
