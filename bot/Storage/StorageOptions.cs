namespace RbcBot.Bot.Storage;

/// <summary>Where everything is kept.</summary>
/// <param name="Path">A folder; made when it is not there. Default: data, in the working folder.</param>
/// <param name="LeastFreeMegabytes">With less free space on its disk nothing new is taken in, while what was taken is still served; 0 to 1,000,000, default 200.</param>
/// <param name="JournalMegabytes">So much of the journal is kept behind the latest base, from which any moment can be restored; as much again before it. 64 to 1,000,000, default 1024.</param>
/// <param name="Connection">A PostgreSQL connection string; "" keeps everything in the folder. With it the folder holds files only.</param>
sealed record StorageOptions(string Path = "data", int LeastFreeMegabytes = 200, int JournalMegabytes = 1024, string Connection = "")
{
    const int LeastJournal = 64;
    const int MostJournal = 1_000_000;
    const int MostLeastFree = 1_000_000;

    /// <summary>The free space below which nothing new is taken in.</summary>
    public long LeastFreeBytes => LeastFreeMegabytes * 1024L * 1024;

    /// <summary>The length of the journal from which on a new base is made.</summary>
    public long JournalBytes => JournalMegabytes * 1024L * 1024;

    /// <summary>Whether PostgreSQL is the store.</summary>
    public bool IsPostgres => Connection.Length > 0;

    /// <summary>The options of the settings, checked.</summary>
    public static StorageOptions Of(IConfiguration settings)
    {
        var unset = new StorageOptions();
        var path = settings["Storage:Path"] ?? unset.Path;
        var free = SettingReading.Number(settings, "Storage:LeastFreeMegabytes", 0, MostLeastFree, unset.LeastFreeMegabytes);
        return path.Trim().Length > 0
            ? new(path, free, SettingReading.Number(settings, "Storage:JournalMegabytes", LeastJournal, MostJournal, unset.JournalMegabytes), (settings["Storage:Connection"] ?? "").Trim())
            : throw new SettingException("Storage:Path is empty: name a folder.");
    }
}
