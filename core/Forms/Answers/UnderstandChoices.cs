using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Any number of options: "1,3", "1 na 3", or labels with commas or "and" between them, which labels may hold themselves.</summary>
static partial class UnderstandChoices
{
    /// <summary>How often each option may be named in one answer; more is no answer, and long to look through.</summary>
    const int MostTimesNamed = 6;

    /// <summary>Most items for which a search helps.</summary>
    const int MostSearched = 20;

    static readonly string[] NoneWords =
        ["none", "none of these", "none of them", "nta na kimwe", "nta kimwe", "ntacyo", "nta", "aucun", "aucune", "aucun de ceux-ci", "rien"];

    /// <param name="inOrder">All choices of the list in the sheet's order, which is the order of the answer.</param>
    public static Understanding Read(ShownOptions options, IReadOnlyList<Choice> inOrder, string text)
    {
        if (NoneWords.Contains(Folding.Bare(Listed(text))) && options.Named(IsNone) is { Name: { } none })
            return Understanding.Read(none);
        var (names, echo, isAmbiguous) = Named(options, text);
        if (names.Count == 0)
            return Understanding.Unclear(isAmbiguous ? "understand.ambiguous" : "understand.choices");
        return Understanding.Read(string.Join(' ', inOrder.Select(choice => choice.Name).Where(names.Contains).Distinct()), echo);
    }

    /// <summary>The options that a writing names, in the order named; none when a part of it names none or several.</summary>
    public static (IReadOnlyList<string> Names, bool Echo, bool IsAmbiguous) Named(ShownOptions options, string text) =>
        Names(options, Cuts(Folding.Bare(Listed(text))));

    // A keycap emoji and a new line end an item; folding would run them together.
    static string Listed(string text) => text.Replace("\u20E3", ", ").Replace("\n", ", ");

    static bool IsNone(string writing) =>
        NoneWords.Any(word => writing == word || writing.StartsWith(word + " ", StringComparison.Ordinal));

    // The longest run of items that is one option comes first, so that "Nurse, midwife" can be a label.
    static (IReadOnlyList<string> Names, bool Echo, bool IsAmbiguous) Names(ShownOptions options, List<string> items)
    {
        var names = new List<string>();
        var echo = false;
        var longest = options.Writings.Select(writing => (Cuts(writing).Count + 1) / 2).Append(1).Max();
        if (items.Count > MostTimesNamed * longest * options.Count)
            return ([], false, false);
        for (var at = 0; at < items.Count;)
        {
            var (pick, used) = Longest(options, items, at, longest);
            at += used;
            if (items[at - used].Trim() == "")
                continue;
            if (pick.Name is null)
                return ([], false, pick.IsAmbiguous);
            names.Add(pick.Name);
            echo |= pick.Echo;
        }
        return (names, echo && names.Count > 0, false);
    }

    static (Pick Pick, int Used) Longest(ShownOptions options, List<string> items, int at, int longest)
    {
        for (var used = Math.Min(longest, (items.Count - at + 1) / 2); used > 1; used--)
            if (options.Find(Folding.Bare(string.Concat(items.Skip(at).Take(2 * used - 1)))) is { Name: not null } pick)
                return (pick, 2 * used);
        var bare = Folding.Bare(items[at]);
        var found = options.Find(bare);
        return (found == Pick.Nothing && items.Count <= 2 * MostSearched ? options.Search(bare) : found, 2);
    }

    /// <summary>Items and, between them, the separators as written.</summary>
    static List<string> Cuts(string bare) => [.. Separators().Split(bare)];

    [GeneratedRegex(@"( *[,;/&+]+ *(?:(?:na|et|and|kandi) )?| (?:na|et|and|kandi|hamwe na) | n' ?|(?<=\d)(?:na|et|and)(?=\d)|(?<=\d)[.)]? +(?=\(?\d)|(?<=\d)\.(?=\d)|(?<=\b[a-z]) (?=[a-z]\b))")]
    private static partial Regex Separators();
}
