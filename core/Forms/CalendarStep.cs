using System.Globalization;
using RbcBot.Core.Forms.Answers;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>One thing to choose on the way to a date.</summary>
/// <param name="Name">The beginning of the date it stands for: 199 for ten years, 1991, 1991-07, or the whole date.</param>
public sealed record CalendarStep(string Name)
{
    /// <summary>Whether it is a whole date, which is an answer.</summary>
    public bool IsWhole => Name.Length == 10;

    /// <summary>What a button says: 1990–1999, 1991, the month's name, the day's number.</summary>
    public string Label(Language language) => Name.Length switch
    {
        3 => $"{Name}0–{Name}9",
        7 => MonthNames.Of(int.Parse(Name.AsSpan(5), CultureInfo.InvariantCulture), language),
        10 => Name[8..].TrimStart('0'),
        _ => Name,
    };
}
