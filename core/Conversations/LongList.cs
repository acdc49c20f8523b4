using RbcBot.Core.Forms;
using RbcBot.Core.Places;

namespace RbcBot.Core.Conversations;

/// <summary>A list too long for buttons: grouped by a column such as the district, shown a page at a time, and narrowed by typed letters.</summary>
static class LongList
{
    /// <summary>Options of one page: what a small phone shows without scrolling.</summary>
    public const int PerPage = 8;

    /// <summary>Most groups that are offered before the list itself: as many as there are districts, and some more.</summary>
    const int MostGroups = 40;

    public static bool Is(FormStep step) => step.Options.Count > Question.MostButtons;

    /// <summary>Places of the options that can be shown now, all pages of them.</summary>
    public static IReadOnlyList<int> View(Asked asked) => asked.Found.Count > 0 ? asked.Found : [.. Enumerable.Range(0, asked.Options.Count)];

    public static int Pages(Asked asked) => (View(asked).Count + PerPage - 1) / PerPage;

    /// <summary>Whether the list is shown in more than one page, and no groups stand before it.</summary>
    public static bool HasPages(FormStep step, Asked asked) =>
        (asked.Found.Count > 0 || (Is(step) && Groups(step).Count == 0)) && Pages(asked) > 1;

    /// <summary>Places of the options on the page that is shown.</summary>
    public static IReadOnlyList<int> Page(Asked asked) => [.. View(asked).Skip(asked.Page * PerPage).Take(PerPage)];

    /// <summary>The groups of the options, in the list's order, each with the places of its options; empty when no column divides the list well.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<int> Places)> Groups(FormStep step)
    {
        foreach (var column in step.Options.Count == 0 ? [] : step.Options[0].Columns.Keys)
        {
            var groups = step.Options.Index()
                .GroupBy(one => one.Item.Columns.GetValueOrDefault(column, "").Trim())
                .Select(group => (Name: group.Key, Places: (IReadOnlyList<int>)[.. group.Select(one => one.Index)])).ToList();
            if (groups.Count is > 1 and <= MostGroups && groups.Count * 2 <= step.Options.Count && groups.All(group => group.Name.Length > 0))
                return [.. groups.Select(group => (Label(group.Name), group.Places))];
        }

        return [];
    }

    static string Label(string value) => Districts.Find(value)?.Name ?? Spelled(value.Replace('_', ' '));

    static string Spelled(string words) => string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
}
