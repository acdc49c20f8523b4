using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What Twilio posts. It adds fields without notice: nothing is bound strictly.</summary>
sealed record TwilioForm(IReadOnlyDictionary<string, StringValues> Fields)
{
    const int MostMedia = 10;

    public static readonly TwilioForm Empty = new(new Dictionary<string, StringValues>());

    /// <summary>"" when it is not there. Not every store takes U+0000, and it means nothing to anybody.</summary>
    public string Text(string name) =>
        Fields.TryGetValue(name, out var values) ? (values.Count > 0 ? values[0] ?? "" : "").Replace("\0", "", StringComparison.Ordinal) : "";

    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The files that came, each with its type; what is counted and not there is not.</summary>
    public IReadOnlyList<(string Url, string Type)> Media =>
    [
        .. Enumerable.Range(0, MostMedia).Select(place => (Url: Text($"MediaUrl{place}"), Type: Text($"MediaContentType{place}").Split(';')[0].Trim()))
            .Where(media => media.Url.Length > 0),
    ];
}
