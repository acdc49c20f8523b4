using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>A part of a JSON whose own parts need not be there, nor be what they should.</summary>
readonly record struct JsonPart(JsonElement Json)
{
    /// <summary>The years 2009, when WhatsApp began, and 2100.</summary>
    const long FirstSecond = 1_230_768_000, LastSecond = 4_102_444_800;

    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Json.GetRawText());

    /// <summary>The object of the name; null when there is none.</summary>
    public JsonPart? Part(string name) => Find(name) is { ValueKind: JsonValueKind.Object } part ? new JsonPart(part) : null;

    /// <summary>The text, of a number its digits; "" when it is neither.</summary>
    /// <exception cref="InvalidOperationException">The text is none, such as half a letter.</exception>
    public string Text(string name) => Find(name) switch
    {
        // Not every store takes U+0000, and it means nothing to anybody.
        { ValueKind: JsonValueKind.String } text => (text.GetString() ?? "").Replace("\0", "", StringComparison.Ordinal),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    /// <summary>A number, also when it is written as a text; null when it is none.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>When it was, of seconds since 1970; null when nobody can have said anything on WhatsApp then.</summary>
    public DateTimeOffset? Moment(string name) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > FirstSecond and < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The items of the list of the name; none when it is no list.</summary>
    public IEnumerable<JsonPart> Items(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => new JsonPart(item)) : [];

    JsonElement? Find(string name) => IsObject && Json.TryGetProperty(name, out var part) ? part : null;
}
