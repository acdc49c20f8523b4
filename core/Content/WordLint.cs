using System.Text.RegularExpressions;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Content;

/// <summary>What no text for health workers may say, whatever its language.</summary>
static partial class WordLint
{
    /// <summary>Words of a card at most, in every language; source: programme's rule for lessons on a phone.</summary>
    public const int CardWords = 120;

    /// <summary>What is wrong with a text, as code and message; empty when nothing is.</summary>
    public static IEnumerable<(string Code, string Message)> Of(string text)
    {
        if (Dose().Match(text) is { Success: true } dose)
            yield return ("dose", $"\"{dose.Value}\" looks like a dose. Lessons and forms carry none: write \"according to the national protocol\".");
        if (Stigma().Match(text) is { Success: true } word)
            yield return ("forbidden-word", $"\"{word.Value}\" hurts people. Say who the person is, such as \"a person with epilepsy\".");
        if (Ethnicity().Match(text) is { Success: true } question)
            yield return ("ethnicity", $"\"{question.Value}\": the programme never asks for it.");
    }

    /// <summary>Words as a reader counts them: runs of anything between white space.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The refusals of a text at its place in the file.</summary>
    public static IEnumerable<Finding> At(string text, string sheet, int? row, string? column) =>
        Of(text).Select(fault => new Finding(Severity.Refusal, fault.Code, sheet, row, column, null, fault.Message));

    [GeneratedRegex(@"\d(?:[\d.,]*)\s?(?:mg|mcg|µg|μg|ml|cc|milligram\w*|millilit\w+)(?:\s?/\s?kg)?(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dose();

    [GeneratedRegex(@"(?<!\w)(?:umusazi|abasazi|ibisazi|igisazi|lunatics?|madman|madmen|madwoman|crazy|epileptics|an epileptic|aliénée?s?|débiles?|un épileptique|les épileptiques)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stigma();

    [GeneratedRegex(@"(?<!\w)(?:ethnicity|ethnic group|ethnie|appartenance ethnique|ubwoko bwanyu|ubwoko bwawe)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ethnicity();
}
