using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>GET /chat/media/{version}/{file}: a picture, sound or film of a form; a version never changes, so it is kept for a year.</summary>
sealed class WebMedia(ICatalogues catalogues)
{
    /// <summary>Greatest file that is shown, in bytes: more would cost a person her data.</summary>
    const int Greatest = 10 * 1024 * 1024;

    public Task WriteAsync(HttpContext http, string version, string file)
    {
        if (catalogues.Current.Forms.GetValueOrDefault(version)?.Attachments.GetValueOrDefault(file) is not { Length: > 0 and <= Greatest } bytes
            || MediaKinds.Ending(bytes.AsSpan(0, Math.Min(bytes.Length, MediaKinds.Head)), file.EndsWith(".m4a", StringComparison.OrdinalIgnoreCase) ? "audio/mp4" : "") is not { } ending)
            return WebProblem.WriteAsync(http, WebProblem.NoMedia);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, MediaKinds.Type(ending), enableRangeProcessing: true).ExecuteAsync(http);
    }
}
