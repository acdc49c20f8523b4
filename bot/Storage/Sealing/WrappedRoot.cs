using System.Security.Cryptography;

namespace RbcBot.Bot.Storage.Sealing;

/// <summary>A store's root key as it lies beside the data and in backups: readable with the master key only.</summary>
/// <param name="Master">Name of the master key.</param>
/// <param name="IsSealed">Whether all rows are sealed; false while a store from before is being sealed.</param>
sealed record WrappedRoot(int Format, string Master, byte[] Root, bool IsSealed)
{
    const int Known = 1;

    /// <summary>A new root key under a master key.</summary>
    public static WrappedRoot New(MasterKey master, bool isSealed) => new(Known, master.Name, master.Wrap(RandomNumberGenerator.GetBytes(Vault.KeyBytes)), isSealed);

    /// <summary>The same root key under another master key: no row changes.</summary>
    public WrappedRoot Under(MasterKey before, MasterKey after) => this with { Master = after.Name, Root = after.Wrap(Open(before)) };

    /// <exception cref="SettingException">There is no master key, or it is another one.</exception>
    public Vault OpenedBy(StorageOptions options) => new(Open(MasterKey.Find(options)
        ?? throw new SettingException($"The names and words in this store are sealed, and there is no key: set Storage:Key, or put the file {options.KeyPath} back (key {Master}). Nothing was changed.")));

    /// <exception cref="SettingException">It is another master key.</exception>
    public void Check(MasterKey master) => Open(master);

    byte[] Open(MasterKey master) => Format == Known
        ? master.Unwrap(Root) ?? throw new SettingException($"The master key is {master.Name}, and this store is sealed with {Master}: set the right one (Storage:Key or Storage:KeyFile). Nothing was changed.")
        : throw new SettingException($"The store's key is of format {Format}, this program knows {Known}: run the newer program.");
}
