namespace RbcBot.Bot.Media;

/// <summary>What kind of file it is, told by its first bytes: what a name or a sender says is not believed.</summary>
static class MediaKinds
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int Head = 16;

    static readonly Dictionary<string, string> Types = new()
    {
        ["jpg"] = "image/jpeg",
        ["png"] = "image/png",
        ["gif"] = "image/gif",
        ["webp"] = "image/webp",
        ["heic"] = "image/heic",
        ["mp3"] = "audio/mpeg",
        ["ogg"] = "audio/ogg",
        ["wav"] = "audio/wav",
        ["amr"] = "audio/amr",
        ["aac"] = "audio/aac",
        ["m4a"] = "audio/mp4",
        ["weba"] = "audio/webm",
        ["mp4"] = "video/mp4",
        ["webm"] = "video/webm",
        ["3gp"] = "video/3gpp",
        ["pdf"] = "application/pdf",
    };

    /// <summary>The media type of a file's ending; null when it is none of ours.</summary>
    public static string? Type(string ending) => Types.GetValueOrDefault(ending);

    /// <summary>The ending that fits the bytes; null when they are no picture, sound, film or PDF.</summary>
    /// <param name="said">What the sender says it is: only for boxes that can hold a sound or a film, to tell which.</param>
    public static string? Ending(ReadOnlySpan<byte> head, string said) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpg"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "png"
        : head.StartsWith("GIF8"u8) ? "gif"
        : head.StartsWith("%PDF-"u8) ? "pdf"
        : head.StartsWith("RIFF"u8) && head.Length >= 12 ? Riff(head[8..])
        : head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? Box(head[8..], said)
        : Sound(head, said);

    static string? Riff(ReadOnlySpan<byte> form) => form.StartsWith("WEBP"u8) ? "webp" : form.StartsWith("WAVE"u8) ? "wav" : null;

    static string? Box(ReadOnlySpan<byte> brand, string said) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("mif1"u8) ? "heic"
        : brand.StartsWith("M4A"u8) || IsSound(said) ? "m4a"
        : brand.StartsWith("3g"u8) ? "3gp"
        : "mp4";

    static string? Sound(ReadOnlySpan<byte> head, string said) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? (IsSound(said) ? "weba" : "webm")
        : head.StartsWith("OggS"u8) ? "ogg"
        : head.StartsWith("#!AMR"u8) ? "amr"
        : head.StartsWith("ID3"u8) ? "mp3"
        : head.Length < 2 || head[0] != 0xFF ? null
        : (head[1] & 0xF6) == 0xF0 ? "aac"
        : (head[1] & 0xE6) is 0xE2 or 0xE4 or 0xE6 ? "mp3"
        : null;

    static bool IsSound(string said) => said.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);
}
