using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using RbcBot.Core.Conversations;
using RbcBot.Core.Problems;

namespace RbcBot.Bot.Channels.Web;

/// <summary>Reads what was posted to the chat; what cannot be read is a problem, never an exception.</summary>
static class WebBody
{
    /// <summary>The greatest body that is taken, in bytes.</summary>
    public const int GreatestBytes = 256 * 1024;

    /// <summary>The greatest id, in characters.</summary>
    public const int GreatestId = 128;

    // Read to the end and thrown away up to here, so that the sender of a long text gets a sentence and not a broken line.
    const long GreatestDrained = 64 * 1024 * 1024;

    // A name that stands there twice would be read one way here and another way elsewhere.
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The body; null when it is too long.</summary>
    public static Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http) => ReadAsync(http, GreatestBytes);

    /// <summary>The body of at most so many bytes; null when it is longer.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http, long greatest)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = GreatestDrained;
        var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        var length = 0L;
        try
        {
            for (int count; (count = await http.Request.Body.ReadAsync(piece, http.RequestAborted)) > 0; length += count)
                if (length + count <= greatest)
                    kept.Write(piece, 0, count);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        if (length > greatest)
            return null;
        return kept.ToArray();
    }

    /// <summary>The message's id and what was said, or the problem.</summary>
    public static (string Id, Said Said, Problem? Problem) Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return Wrong(WebProblem.Type);
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Parse(document.RootElement) : Wrong(WebProblem.Json);
        }
        // InvalidOperationException: half of a surrogate pair, escaped.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Wrong(WebProblem.Json);
        }
    }

    static (string, Said, Problem?) Parse(JsonElement message)
    {
        if (Word(message, "id") is not { Length: > 0 and <= GreatestId } id || string.IsNullOrWhiteSpace(id))
            return Wrong(WebProblem.Id);
        if (message.TryGetProperty("location", out var place) && place.ValueKind != JsonValueKind.Null)
            return Place(place) is { } point ? (id, Said.Location(point), null) : Wrong(WebProblem.Said);
        var said = new[] { (SaidKind.Text, "text"), (SaidKind.Choice, "choice"), (SaidKind.Enter, "enter"), (SaidKind.Document, "file") }
            .Where(each => message.TryGetProperty(each.Item2, out var value) && value.ValueKind != JsonValueKind.Null)
            .Select(each => (Kind: each.Item1, Words: Word(message, each.Item2)))
            .ToList();
        // U+0000 cannot be stored everywhere and means nothing to anybody.
        return said is [{ Words: { } words, Kind: var kind }]
            ? (id, kind == SaidKind.Document ? Said.Sent(new SentFile(words, ""), "") : new Said(kind, words.Replace("\0", "", StringComparison.Ordinal)), null)
            : Wrong(WebProblem.Said);
    }

    static string? Place(JsonElement place)
    {
        var (latitude, longitude) = (Number(place, "latitude"), Number(place, "longitude"));
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? FormattableString.Invariant($"{latitude:0.######} {longitude:0.######} {Number(place, "altitude") ?? 0:0.#} {Number(place, "accuracy") ?? 0:0.#}")
            : null;
    }

    static double? Number(JsonElement place, string name) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    static string? Word(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    static (string, Said, Problem?) Wrong(Problem problem) => ("", Said.Text(""), problem);
}
