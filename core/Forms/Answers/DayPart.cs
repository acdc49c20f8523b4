using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The part of the day that people say beside an hour: in the morning, du soir, z'amanywa.</summary>
/// <param name="Word">Folded words, as a pattern.</param>
/// <param name="From">First hour, 0 to 23.</param>
/// <param name="To">Last hour; before the first when the part passes midnight.</param>
sealed record DayPart(string Word, int From, int To)
{
    static readonly DayPart[] All =
    [
        new("in the morning|du matin|le matin|(?:za |z')?(?:mu )?(?:gitondo|kare mu gitondo)", 5, 11),
        new("(?:in the|this) afternoon|(?:de |dans )?l'apres-midi|de l'apres midi", 12, 18),
        new("(?:z'|za |ku )?(?:amanywa|manywa)", 10, 17),
        new("in the evening|du soir|le soir|(?:z'|za |ku )?(?:nimugoroba|ni mugoroba|mugoroba|umugoroba|kugoroba)", 16, 23),
        new("at night|in the night|de la nuit|(?:z'|za |mu )?(?:ijoro|nijoro|joro)", 18, 5),
        new("a\\.?m\\.?", 0, 11),
        new("p\\.?m\\.?", 12, 23),
    ];

    static readonly (DayPart Part, Regex Ending)[] Endings =
        [.. All.Select(part => (part, new Regex($"^(?<rest>.*?\\S) ?(?:{part.Word})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))];

    /// <summary>Whether the hour lies in it.</summary>
    public bool Has(int hour) => From <= To ? hour >= From && hour <= To : hour >= From || hour <= To;

    /// <summary>A folded writing without the part of the day at its end, and that part; null when it names none.</summary>
    public static (string Before, DayPart? Part) Cut(string folded)
    {
        foreach (var (part, ending) in Endings)
            if (ending.Match(folded) is { Success: true } match)
                return (match.Groups["rest"].Value, part);
        return (folded, null);
    }
}
