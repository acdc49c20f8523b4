using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>All options put into an order: "3 1 2", "c > a > b", or labels one after another; a single one left out comes last.</summary>
static partial class UnderstandRank
{
    public static Understanding Read(IReadOnlyList<Choice> shown, string text, Language language)
    {
        List<string> all = [.. shown.Select(choice => choice.Name).Distinct()];
        var listed = Arrow().Replace(text, ", ");
        var (names, echo, isAmbiguous) = UnderstandChoices.Named(new ShownOptions(shown, language), listed);
        if (names.Count == 0 && !isAmbiguous && all.Count == shown.Count)
            (names, echo) = (Run(all, Folding.Bare(listed)), true);
        if (names.Count == 0 || names.Distinct().Count() != names.Count)
            return Understanding.Unclear(isAmbiguous ? "understand.ambiguous" : "understand.rank", ("count", all.Count), ("example", Example(all.Count)));
        List<string> left = [.. all.Except(names)];
        return left.Count <= 1
            ? Understanding.Read(string.Join(' ', names.Concat(left)), echo || left.Count == 1)
            : Understanding.Unclear("understand.rank.missing", ("missing", string.Join(", ", shown.Where(choice => left.Contains(choice.Name)).Select(choice => choice.Label(Languages.Code(language))))));
    }

    /// <summary>"312" and "c a b", the places of the options as figures or letters; none when it is not each place once.</summary>
    static List<string> Run(List<string> all, string bare)
    {
        var marks = Between().Replace(bare, "");
        var first = marks.Length > 0 && char.IsAsciiDigit(marks[0]) ? '1' : 'a';
        return all.Count <= 9 && marks.Length == all.Count && marks.All(mark => mark >= first && mark < first + all.Count)
            ? [.. marks.Select(mark => all[mark - first])]
            : [];
    }

    static string Example(int count) =>
        string.Join(", ", Enumerable.Range(1, Math.Min(count, 9)).Reverse().Select(place => place.ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\s*(?:-+>|=+>|>+|→|➡️?|⇒)\s*")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Between();
}
