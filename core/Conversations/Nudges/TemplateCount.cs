using System.Globalization;
using RbcBot.Core.Calendar;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>How many of a template go out on a channel.</summary>
/// <param name="Name">The template's name, such as lesson.</param>
public sealed record TemplateCount(string Channel, string Name, long Count)
{
    /// <summary>Those that a turn sends.</summary>
    public static IReadOnlyList<TemplateCount> Of(Turn turn) => turn.Replies.Any(reply => reply.Template is not null)
        ? [.. turn.Replies.Where(reply => reply.Template is not null).GroupBy(reply => reply.Template!.Name) // those with one
            .Select(some => new TemplateCount(turn.Next.Address.Channel, some.Key, some.Count()))]
        : [];

    /// <summary>The month to which a moment counts, by Kigali's calendar, such as 2027-03.</summary>
    public static string Month(DateTimeOffset moment) => KigaliTime.Day(moment).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>When the next month begins in Kigali.</summary>
    public static DateTimeOffset NextMonth(DateTimeOffset moment)
    {
        var day = KigaliTime.Day(moment);
        return new DateTimeOffset(new DateOnly(day.Year, day.Month, 1).AddMonths(1), TimeOnly.MinValue, KigaliTime.Zone.BaseUtcOffset).ToUniversalTime();
    }
}
