namespace RbcBot.Bot.Storage;

/// <summary>Where everything is kept.</summary>
/// <param name="Path">A folder; made when it is not there. Default: data, in the working folder.</param>
/// <param name="LeastFreeMegabytes">With less free space on its disk nothing new is taken in, while what was taken is still served; 0 to 1,000,000, default 200.</param>
/// <param name="JournalMegabytes">So much of the journal is kept behind the latest base, from which any moment can be restored; as much again before it. 64 to 1,000,000, default 1024.</param>
/// <param name="Connection">A PostgreSQL connection string; "" keeps everything in the folder. With it the folder holds files only.</param>
/// <param name="Key">The master key that opens what is sealed: 32 bytes in Base64; "" takes it from the file. Default "".</param>
/// <param name="KeyFile">A file with the master key; "" is master.key in the folder, which is made at the first start.</param>
/// <param name="ErasedFile">The list of who was erased; "" is erased.txt beside the master key's file.</param>
sealed record StorageOptions(string Path = "data", int LeastFreeMegabytes = 200, int JournalMegabytes = 1024, string Connection = "", string Key = "", string KeyFile = "", string ErasedFile = "")
{
    const int LeastJournal = 64;
    const int MostJournal = 1_000_000;
    const int MostLeastFree = 1_000_000;

    /// <summary>The free space below which nothing new is taken in.</summary>
    public long LeastFreeBytes => LeastFreeMegabytes * 1024L * 1024;

    /// <summary>The length of the journal from which on a new base is made.</summary>
    public long JournalBytes => JournalMegabytes * 1024L * 1024;

    /// <summary>Where the master key lies when it is not given itself.</summary>
    public string KeyPath => KeyFile.Length > 0 ? KeyFile : System.IO.Path.Combine(Path, Sealing.MasterKey.FileName);

    /// <summary>Where it is written who was erased.</summary>
    public string ErasedPath => ErasedFile.Length > 0 ? ErasedFile : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(KeyPath) ?? "", "erased.txt");

    /// <summary>Whether PostgreSQL is the store.</summary>
    public bool IsPostgres => Connection.Length > 0;

    /// <summary>Without the key: it may land in a log.</summary>
    public override string ToString() => Path;

    /// <summary>The options of the settings, checked.</summary>
    public static StorageOptions Of(IConfiguration settings)
    {
        var unset = new StorageOptions();
        var path = settings["Storage:Path"] ?? unset.Path;
        var free = SettingReading.Number(settings, "Storage:LeastFreeMegabytes", 0, MostLeastFree, unset.LeastFreeMegabytes);
        return path.Trim().Length > 0
            ? new(path, free, SettingReading.Number(settings, "Storage:JournalMegabytes", LeastJournal, MostJournal, unset.JournalMegabytes),
                Trimmed(settings, "Storage:Connection"), Trimmed(settings, "Storage:Key"), Trimmed(settings, "Storage:KeyFile"), Trimmed(settings, "Storage:ErasedFile"))
            : throw new SettingException("Storage:Path is empty: name a folder.");
    }

    static string Trimmed(IConfiguration settings, string name) => (settings[name] ?? "").Trim();
}
