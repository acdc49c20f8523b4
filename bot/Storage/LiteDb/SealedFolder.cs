using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A storage folder whose rows are all sealed: locked, its key found, and what was written before anything was sealed brought over.</summary>
sealed record SealedFolder(StorageLock Lock, Vault Vault)
{
    /// <exception cref="StorageInUseException">Another process owns the folder.</exception>
    /// <exception cref="SettingException">Its key is not there, or is another one.</exception>
    public static SealedFolder Take(StorageOptions options)
    {
        var owned = StorageLock.Take(options.Path);
        try
        {
            var keys = new KeyFolder(options.Path);
            if (keys.Find() is not { } root)
                keys.Put(root = WrappedRoot.New(MasterKey.Find(options) ?? MasterKey.Make(options), isSealed: !SealFolder.HasRows(options.Path)));
            var vault = root.OpenedBy(options);
            if (!root.IsSealed)
            {
                SealFolder.Run(options, vault);
                keys.Put(root with { IsSealed = true });
                SealFolder.Forget(options.Path);
            }
            return new SealedFolder(owned, vault);
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }
}
