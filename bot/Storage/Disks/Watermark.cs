namespace RbcBot.Bot.Storage.Disks;

/// <summary>Whether a disk is nearly full. Looked at now and then, told to anybody.</summary>
/// <param name="leastFree">In bytes.</param>
sealed class Watermark(IDisk disk, long leastFree)
{
    volatile bool isLow;

    /// <summary>Whether there was too little free space when last looked.</summary>
    public bool IsLow => isLow;

    public void Look()
    {
        try
        {
            isLow = disk.FreeBytes < leastFree;
        }
        catch (IOException)
        {
            isLow = true;
        }
    }
}
