namespace RbcBot.Core.Texts;

/// <summary>A language that a participant or a console user may choose.</summary>
public enum Language { Rw, Fr, En }

/// <summary>The three languages, their codes and their cultures.</summary>
public static class Languages
{
    /// <summary>All languages, in the order in which a person is asked.</summary>
    public static readonly IReadOnlyList<Language> All = [Language.Rw, Language.Fr, Language.En];

    /// <summary>BCP 47 code: rw, fr or en.</summary>
    public static string Code(Language language) => language switch
    {
        Language.Rw => "rw",
        Language.Fr => "fr",
        Language.En => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>The language of a code such as "rw", "fr-RW" or "EN"; null when it is none of the three.</summary>
    public static Language? Parse(string? code) => code?.Trim().Split('-', '_')[0].ToUpperInvariant() switch
    {
        "RW" => Language.Rw,
        "FR" => Language.Fr,
        "EN" => Language.En,
        _ => null,
    };

    /// <summary>The culture for numbers and dates.</summary>
    public static System.Globalization.CultureInfo Culture(Language language) => language switch
    {
        Language.Rw => System.Globalization.CultureInfo.GetCultureInfo("rw-RW"),
        Language.Fr => System.Globalization.CultureInfo.GetCultureInfo("fr-RW"),
        Language.En => System.Globalization.CultureInfo.GetCultureInfo("en-RW"),
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>A day as the language writes it out, such as 5 March 2027; a French month begins with its 1er.</summary>
    public static string Day(Language language, DateOnly day) =>
        language == Language.Fr && day.Day == 1 ? "1er " + day.ToString("MMMM yyyy", Culture(language)) : day.ToString("d MMMM yyyy", Culture(language));
}
