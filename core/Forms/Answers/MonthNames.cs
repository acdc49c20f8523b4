using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The months in Kinyarwanda, French and English, folded.</summary>
static class MonthNames
{
    /// <summary>Letters of a shortened name that are enough, if they fit one month only.</summary>
    const int ShortestPrefix = 3;

    static readonly string[][] Names =
    [
        ["mutarama", "janvier", "january"],
        ["gashyantare", "fevrier", "february"],
        ["werurwe", "mars", "march"],
        ["mata", "avril", "april"],
        ["gicurasi", "mai", "may"],
        ["kamena", "juin", "june"],
        ["nyakanga", "juillet", "july"],
        ["kanama", "aout", "august"],
        ["nzeri", "nzeli", "septembre", "september"],
        ["ukwakira", "octobre", "october"],
        ["ugushyingo", "novembre", "november"],
        ["ukuboza", "decembre", "december"],
    ];

    /// <summary>The month's name as the language's culture writes it, with a capital letter.</summary>
    public static string Of(int month, Language language)
    {
        var culture = Languages.Culture(language);
        var name = culture.DateTimeFormat.GetMonthName(month);
        return char.ToUpper(name[0], culture) + name[1..];
    }

    /// <summary>The month, 1 to 12, of a folded name or its beginning; null when it is none or fits several.</summary>
    public static int? Number(string folded)
    {
        var exact = Array.FindIndex(Names, names => names.Contains(folded));
        if (exact >= 0)
            return exact + 1;
        var fitting = Enumerable.Range(0, Names.Length).Where(month => Names[month].Any(name => name.StartsWith(folded, StringComparison.Ordinal))).ToList();
        return folded.Length >= ShortestPrefix && fitting.Count == 1 ? fitting[0] + 1 : null;
    }
}
