using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Days and times of day as they are stored, in ISO 8601.</summary>
static partial class CanonicalTime
{
    internal static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    internal static bool IsTime(string text) => Time().IsMatch(text);

    internal static bool IsDateTime(string text) => text.IndexOf('T', StringComparison.Ordinal) is 10 && IsDate(text[..10]) && IsTime(text[11..]);

    [GeneratedRegex(@"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$")]
    private static partial Regex Time();
}
