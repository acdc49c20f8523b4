namespace RbcBot.Core.Forms.Answers;

/// <summary>Numbers from 0 to 100 in words, in the three languages, folded and without hyphens.</summary>
static class NumberWords
{
    // Kinyarwanda counts with a prefix of the thing counted: kabiri, babiri, ibiri, ebyiri.
    static readonly string[][] RwandanUnits =
    [
        [],
        ["rimwe", "umwe", "imwe", "kimwe", "rumwe"],
        ["kabiri", "babiri", "ibiri", "ebyiri", "bibiri", "abiri"],
        ["gatatu", "batatu", "itatu", "eshatu", "bitatu", "atatu"],
        ["kane", "bane", "ine", "enye", "bine", "ane"],
        ["gatanu", "batanu", "itanu", "eshanu", "bitanu", "atanu"],
        ["gatandatu", "batandatu", "itandatu", "esheshatu", "bitandatu", "atandatu"],
        ["karindwi", "barindwi", "irindwi", "zirindwi", "birindwi", "arindwi", "indwi"],
        ["umunani"],
        ["icyenda", "cyenda"],
    ];

    static readonly string[][] RwandanTens =
    [
        [], ["icumi", "cumi"], ["makumyabiri"], ["mirongo itatu"], ["mirongo ine"], ["mirongo itanu"],
        ["mirongo itandatu"], ["mirongo irindwi"], ["mirongo inani"], ["mirongo cyenda", "mirongo icyenda"],
    ];

    static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    static readonly string[] French =
    [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf",
    ];

    // In French 70 goes on from 60, and 90 from 80.
    static readonly (string Word, int From, int Units)[] FrenchTens =
    [
        ("vingt", 20, 10), ("trente", 30, 10), ("quarante", 40, 10), ("cinquante", 50, 10), ("soixante", 60, 20),
        ("septante", 70, 10), ("quatre vingt", 80, 20), ("nonante", 90, 10),
    ];

    static readonly Dictionary<string, int> Values = Rwandan().Concat(InEnglish()).Concat(InFrench())
        .DistinctBy(entry => entry.Words).ToDictionary(entry => entry.Words, entry => entry.Value);

    /// <summary>The number that a folded writing names; null when it names none.</summary>
    public static int? Value(string folded) => Values.TryGetValue(folded.Replace('-', ' '), out var value) ? value : null;

    static IEnumerable<(string Words, int Value)> Rwandan()
    {
        yield return ("zeru", 0);
        yield return ("ijana", 100);
        for (var value = 1; value < 100; value++)
            foreach (var ten in value < 10 ? [""] : RwandanTens[value / 10])
                foreach (var unit in value % 10 == 0 ? [""] : RwandanUnits[value % 10])
                    foreach (var words in Joined(ten, unit))
                        yield return (words, value);
    }

    static IEnumerable<string> Joined(string ten, string unit) =>
        ten == "" || unit == "" ? [ten + unit] : [$"{ten} na {unit}", $"{ten} n'{unit}", $"{ten} n' {unit}"];

    static IEnumerable<(string Words, int Value)> InEnglish()
    {
        for (var value = 0; value < 100; value++)
            yield return (value < 20 ? English[value] : EnglishTens[value / 10] + (value % 10 == 0 ? "" : " " + English[value % 10]), value);
        yield return ("hundred", 100);
        yield return ("one hundred", 100);
        yield return ("a hundred", 100);
    }

    static IEnumerable<(string Words, int Value)> InFrench()
    {
        for (var value = 0; value < 20; value++)
            yield return (French[value], value);
        foreach (var (word, from, units) in FrenchTens)
            for (var unit = 0; unit < units; unit++)
                foreach (var words in unit == 0 ? [word, word + "s"] : new[] { $"{word} {French[unit]}", $"{word} et {French[unit]}" })
                    yield return (words, from + unit);
        yield return ("une", 1);
        yield return ("cent", 100);
    }
}
