namespace RbcBot.Bot.Observing;

/// <summary>The room that is left on the disk of the storage folder.</summary>
/// <param name="look">Tells it in bytes; throws IOException when the disk does not answer.</param>
sealed class FreeDisk(Func<long> look)
{
    public static FreeDisk Of(string folder) => new(() => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);

    /// <summary>Null when it cannot be told.</summary>
    public long? Bytes
    {
        get
        {
            try
            {
                return look();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
