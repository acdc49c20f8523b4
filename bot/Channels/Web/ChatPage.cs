using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RbcBot.Admin.Shared;
using RbcBot.Bot.Media;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Web;

/// <summary>GET /chat: one self-contained page, the same for everybody, put together once.</summary>
sealed class ChatPage
{
    static readonly string[] Words =
        ["title", "placeholder", "send", "conversation", "connecting", "offline", "waiting", "refused", "too-long",
            "sending", "shared.location", "location-failed", "file-failed", "file-large", "file-type", "file-many"];

    // In this order they are one script: each uses what stands before it.
    static readonly string[] Scripts = ["kept.js", "drawing.js", "line.js", "share.js", "box.js"];

    readonly byte[] page;
    readonly byte[] zipped;
    readonly string tag;
    readonly string policy;

    public ChatPage(MediaOptions media)
    {
        var (style, script) = (Piece("chat.css"), string.Concat(Scripts.Select(Piece)).Replace("{{megabytes}}", media.MegabytesEach.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        page = Encoding.UTF8.GetBytes(Piece("chat.html")
            .Replace("{{title}}", WebUtility.HtmlEncode(Text.Of(Language.En, "chat.title")), StringComparison.Ordinal)
            .Replace("{{noscript}}", Without(), StringComparison.Ordinal)
            .Replace("{{texts}}", Texts(media.MegabytesEach), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal));
        zipped = Zip(page);
        tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(page))[..16]}\"";
        policy = $"default-src 'none'; script-src {Hash(script)}; style-src {Hash(style)}; connect-src 'self'; img-src 'self' blob: data:; media-src 'self'; report-uri {SecurityHeaders.ReportPath}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    public async Task WriteAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers["Permissions-Policy"] = SecurityHeaders.Permissions("self");
        headers.CacheControl = "no-cache";
        headers.ETag = tag;
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.Any(known => known?.Contains(tag, StringComparison.Ordinal) == true))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var isZipped = http.Request.Headers.AcceptEncoding.Any(encoding => encoding?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true);
        if (isZipped)
            headers.ContentEncoding = "gzip";
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = (isZipped ? zipped : page).Length;
        await http.Response.Body.WriteAsync(isZipped ? zipped : page, http.RequestAborted);
    }

    static string Texts(int megabytes) => JsonSerializer.Serialize(
        Languages.All.ToDictionary(Languages.Code, language => Words
            .Select(word => (Word: word, Sentence: Text.Of(language, $"chat.{word}", ("megabytes", megabytes))))
            .Append((Word: "name", Sentence: Text.Of(language, "language.name")))
            .ToDictionary(each => each.Word, each => each.Sentence)),
        WebEvent.Json);

    static string Without() => string.Concat(Languages.All.Select(language =>
        $"<p lang=\"{Languages.Code(language)}\">{WebUtility.HtmlEncode(Text.Of(language, "chat.noscript"))}</p>"));

    static string Hash(string piece) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(piece)))}'";

    static byte[] Zip(byte[] plain)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            gzip.Write(plain);
        return zipped.ToArray();
    }

    static string Piece(string name)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream($"Web/{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
