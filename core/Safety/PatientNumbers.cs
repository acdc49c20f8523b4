using System.Globalization;

namespace RbcBot.Core.Safety;

/// <summary>National ids, telephone numbers and dates of birth in a text, however they are spaced.</summary>
static class PatientNumbers
{
    const int IdDigits = 16, LocalDigits = 10, BareDigits = 9, FewestAbroad = 10, MostAbroad = 15, MostParts = 7;

    /// <summary>Second and third digit of Rwandan mobile numbers; libphonenumber, facts of November 2026.</summary>
    const string Networks = "2389";

    const string Country = "250";

    public static IEnumerable<PatientSpan> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Begins(text, at))
                continue;
            var run = DigitRun.At(text, at);
            if (What(run, text) is { } what)
                yield return new PatientSpan(at, run.End, what);
            at = run.End - 1;
        }
    }

    static bool Begins(string text, int at) =>
        DigitRun.IsDigit(text, at) || (text[at] == '+' && at + 1 < text.Length && DigitRun.IsDigit(text, at + 1));

    static PatientMark? What(DigitRun run, string text)
    {
        if (run.Digits.Length == IdDigits && (run.Parts.Count <= MostParts && run.Parts.Max() >= 4))
            return PatientMark.Id;
        if (IsPhone(run))
            return PatientMark.Phone;
        return IsDate(run) && PatientLexicon.Shipped.SpeaksOfBirth(text) ? PatientMark.BirthDate : null;
    }

    static bool IsPhone(DigitRun run)
    {
        var digits = run.Digits.StartsWith("00", StringComparison.Ordinal) ? run.Digits[2..] : run.Digits;
        if (digits.StartsWith(Country, StringComparison.Ordinal))
            digits = digits[Country.Length..];
        var local = digits.Length == LocalDigits && digits[0] == '0' ? digits[1..] : digits;
        return (local.Length == BareDigits && local[0] == '7' && Networks.Contains(local[1], StringComparison.Ordinal))
            || (run.IsAbroad && run.Digits.Length is >= FewestAbroad and <= MostAbroad);
    }

    static bool IsDate(DigitRun run) => run.Parts is [var one, var two, var three] && one + two + three is >= 4 and <= 8
        && (one == 4 || three is 4 or 2) && int.Parse(run.Digits.AsSpan(one, two), CultureInfo.InvariantCulture) is >= 1 and <= 31;
}
