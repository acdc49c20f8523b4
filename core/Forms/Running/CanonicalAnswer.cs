using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Brings an answer into the form in which it is stored, or refuses it.</summary>
static partial class CanonicalAnswer
{
    /// <param name="options">The choices that stand now.</param>
    /// <returns>The value and null, or null and why not.</returns>
    internal static (string? Value, Refusal? Refused) Of(QuestionType type, string value, IReadOnlyList<Choice> options)
    {
        var text = value.Trim();
        if (text.Length == 0)
        {
            return ("", null);
        }
        return type switch
        {
            QuestionType.Text or QuestionType.Hidden => (value, null),
            QuestionType.Integer => Whole().IsMatch(text) ? (Plain(text), null) : (null, Refusal.WrongType),
            QuestionType.Decimal => Fraction().IsMatch(text) ? (Plain(text), null) : (null, Refusal.WrongType),
            QuestionType.Date => IsDate(text) ? (text, null) : (null, Refusal.WrongType),
            QuestionType.SelectOne => Names([text], options),
            QuestionType.SelectMultiple => Names([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()], options),
            QuestionType.Acknowledge => text == "OK" ? (text, null) : (null, Refusal.WrongType),
            QuestionType.Note or QuestionType.Calculate or QuestionType.Today or QuestionType.Start or QuestionType.End => (null, Refusal.WrongType),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
    }

    static (string?, Refusal?) Names(string[] names, IReadOnlyList<Choice> options) =>
        names.All(name => options.Any(option => option.Name == name)) ? (string.Join(' ', names), null) : (null, Refusal.NotAnOption);

    static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Without a plus sign and without leading zeros; digits behind the point stay as they were written.</summary>
    static string Plain(string number)
    {
        var sign = number[0] == '-' ? "-" : "";
        var digits = number.TrimStart('+', '-').TrimStart('0');
        return sign + (digits.Length == 0 || digits[0] == '.' ? "0" : "") + digits.TrimEnd('.');
    }

    /// <summary>18 digits: what any tool that reads the results holds.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,18}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?(?=\.?[0-9])[0-9]{0,18}\.?[0-9]{0,18}$")]
    private static partial Regex Fraction();
}
