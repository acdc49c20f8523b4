using System.Security.Cryptography;

namespace RbcBot.Bot.Storage.Sealing;

/// <summary>The key that opens a store's root key: of the settings, of a file, or made beside the data when there is neither.</summary>
sealed class MasterKey
{
    /// <summary>The file's name in the storage folder, unless another is named.</summary>
    public const string FileName = "master.key";

    readonly byte[] bytes;

    MasterKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>A few letters that tell one key from another and nothing else.</summary>
    public string Name => Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "rbcbot name"u8))[..8];

    /// <summary>The key that there is; null when there is none.</summary>
    /// <exception cref="SettingException">What there is, is no key.</exception>
    public static MasterKey? Find(StorageOptions options) =>
        options.Key.Length > 0 ? Of(options.Key, "Storage:Key")
        : File.Exists(options.KeyPath) ? Of(File.ReadAllText(options.KeyPath).Trim(), options.KeyPath)
        : null;

    /// <summary>Makes one and writes it where it is looked for, readable for its owner only.</summary>
    public static MasterKey Make(StorageOptions options)
    {
        var made = new MasterKey(RandomNumberGenerator.GetBytes(Vault.KeyBytes));
        if (!PrivateFile.Make(options.KeyPath, Convert.ToBase64String(made.bytes)))
            return Find(options) ?? throw new SettingException($"{options.KeyPath} came and went while it was read.");
        Console.WriteLine($"Key:     {Path.GetFullPath(options.KeyPath)} was made. Keep a copy elsewhere, apart from the backups: without it nobody can read them.");
        return made;
    }

    public byte[] Wrap(byte[] root) => new Vault(bytes).Seal("root", root);

    /// <summary>The root key; null when it was wrapped with another master key.</summary>
    public byte[]? Unwrap(byte[] wrapped)
    {
        try
        {
            return new Vault(bytes).Open("root", wrapped);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static MasterKey Of(string written, string where)
    {
        var bytes = new byte[Vault.KeyBytes + 1];
        return Convert.TryFromBase64String(written, bytes, out var count) && count == Vault.KeyBytes
            ? new MasterKey(bytes[..count])
            : throw new SettingException($"{where} is no key: write 32 random bytes in Base64, such as openssl rand -base64 32 gives.");
    }
}
