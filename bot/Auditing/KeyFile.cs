using System.Security.Cryptography;

namespace RbcBot.Bot.Auditing;

/// <summary>Secrets in a file that this user alone reads, made when it is not there; or in a setting instead.</summary>
static class KeyFile
{
    const int Bytes = 32;

    /// <summary>The secrets of the setting, else of the file; the one in use first.</summary>
    /// <param name="name">The setting's name.</param>
    /// <exception cref="SettingException">One is not base64 of 32 bytes or more.</exception>
    public static IReadOnlyList<byte[]> Read(IConfiguration settings, string name, string path) =>
        settings[name] is { Length: > 0 } written ? Parse(written, name) : Parse(ReadOrMake(path), path);

    /// <summary>Secrets in base64, with commas or line ends between.</summary>
    public static IReadOnlyList<byte[]> Parse(string written, string name)
    {
        var parts = written.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var secrets = parts.Select(Secret).OfType<byte[]>().Where(secret => secret.Length >= Bytes).ToList();
        return secrets.Count > 0 && secrets.Count == parts.Length
            ? secrets
            : throw new SettingException($"{name} must hold base64 of {Bytes} bytes or more, several with commas between: openssl rand -base64 {Bytes}.");
    }

    static byte[]? Secret(string part)
    {
        var bytes = new byte[part.Length];
        return Convert.TryFromBase64String(part, bytes, out var length) ? bytes[..length] : null;
    }

    static string ReadOrMake(string path)
    {
        if (!File.Exists(path))
            PrivateFile.Make(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        return File.ReadAllText(path);
    }
}
