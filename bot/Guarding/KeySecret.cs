using System.Security.Cryptography;
using System.Text;
using RbcBot.Bot.Storage;

namespace RbcBot.Bot.Guarding;

/// <summary>The key over the keys: what cookies are signed with lies in the store encrypted with it (AES-256-GCM).</summary>
sealed class KeySecret
{
    const string FileName = "rbcbot.keys";
    const int ShortestSecret = 24;

    KeySecret(byte[] key, string? made) => (Key, Made) = (key, made);

    public byte[] Key { get; }

    /// <summary>The file that was made at this start because no secret is set; null else.</summary>
    public string? Made { get; }

    /// <summary>Whether the file lies within what it protects, because there was no other place.</summary>
    public bool IsInside { get; private init; }

    /// <summary>The secret of the settings, else that of a file apart from the data, which is made when it is not there.</summary>
    public static KeySecret Of(IConfiguration settings, StorageOptions storage)
    {
        var secret = settings["Keys:Secret"] ?? "";
        if (secret.Length == 0)
            return OfFile(settings, storage);
        return secret.Length >= ShortestSecret
            ? new(Derive(secret), null)
            : throw new SettingException($"Keys:Secret must have at least {ShortestSecret} characters, of chance: 32 random bytes in base64 are good.");
    }

    // The database is elsewhere with PostgreSQL, and its nodes share the folder; with LiteDB the folder is the data, and the file lies beside it.
    static KeySecret OfFile(IConfiguration settings, StorageOptions storage)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(storage.Path));
        var inside = Path.Combine(folder, FileName);
        var wanted = settings["Keys:Path"] is { Length: > 0 } named ? Path.Combine(Path.GetFullPath(named), FileName) : storage.IsPostgres ? inside : folder + ".keys";
        if (File.Exists(inside) && !File.Exists(wanted))
            return new(Read(inside), null) { IsInside = !storage.IsPostgres };
        try
        {
            return OfFile(wanted);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException && wanted != inside && string.IsNullOrEmpty(settings["Keys:Path"]))
        {
            return new(OfFile(inside).Key, inside) { IsInside = true };
        }
    }

    static KeySecret OfFile(string file)
    {
        if (File.Exists(file))
            return new(Read(file), null);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return PrivateFile.Make(file, secret) ? new(Derive(secret), file) : new(Read(file), null);
    }

    static byte[] Read(string file) => Derive(File.ReadAllText(file).Trim());

    static byte[] Derive(string secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "RbcBot data protection"u8.ToArray());
}
