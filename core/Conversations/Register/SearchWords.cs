using System.Globalization;
using System.Text;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Register;

/// <summary>The words by which a person is found: whole words of her name, her phone number in one spelling, and files that she sent. Each kind begins with its own letter.</summary>
/// <remarks>A store keeps them hashed under its key: only whole words can be found (decision 37).</remarks>
public static class SearchWords
{
    /// <summary>Digits of a number within the country, without its first zero.</summary>
    const int NationalDigits = 9;
    const int MostDigits = 15; // E.164
    const int ShortestName = 2, MostOfName = 8;
    const string Country = "250";

    /// <summary>Channels whose addresses are phone numbers.</summary>
    static readonly string[] PhoneChannels = ["whatsapp", "sms", "ussd"];

    /// <summary>All words of a person.</summary>
    public static IEnumerable<string> Of(Conversation talk) =>
    [
        .. talk.Reaches.Select(reach => reach.Address).Append(talk.Address).Where(address => PhoneChannels.Contains(address.Channel))
            .Select(address => Phone(address.Value)).OfType<string>(),
        .. talk.Sessions.SelectMany(TellingAnswers.In).SelectMany(answer =>
            TellingAnswers.IsName(answer.Path) ? Names(answer.Value).Take(MostOfName)
            : TellingAnswers.IsPhone(answer.Path) ? Phone(answer.Value) is { } phone ? [phone] : []
            : TellingAnswers.IsFile(answer.Value) ? [File(answer.Value)]
            : Enumerable.Empty<string>()),
    ];

    /// <summary>What to look for, as somebody types it: a phone number when it looks like one, else the words of a name. Empty when it is too short.</summary>
    public static IReadOnlyList<string> Asked(string text) => Phone(text) is { } phone ? [phone] : [.. Names(text).Distinct()];

    /// <summary>The word of a file.</summary>
    public static string File(string name) => "f:" + name;

    /// <summary>The text in small letters without accents: how titles are compared.</summary>
    public static string Plain(string text) => string.Concat(
        Folding.Storable(text).Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    static IEnumerable<string> Names(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in Plain(text) + " ")
            if (char.IsLetter(letter))
                word.Append(letter);
            else if (letter is not ('\'' or '’'))
            {
                if (word.Length >= ShortestName)
                    yield return "n:" + word;
                word.Clear();
            }
    }

    // +250 788 123 456, 0788123456 and 250788123456 are one.
    static string? Phone(string text)
    {
        if (text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '+' or '-' or '.' or '(' or ')' or ':')))
            return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length == NationalDigits + Country.Length && digits.StartsWith(Country, StringComparison.Ordinal))
            digits = digits[Country.Length..];
        return digits.Length is >= NationalDigits and <= MostDigits ? "t:" + digits : null;
    }
}
