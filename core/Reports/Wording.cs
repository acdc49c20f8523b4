using RbcBot.Core.Statistics;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>Numbers and house sentences of reports in one language.</summary>
/// <param name="language">Whose culture writes the numbers.</param>
public sealed class Wording(Language language)
{
    const double SmallestPWritten = 0.001;

    public Language Language => language;

    /// <summary>The sentence of a key without its prefix report.</summary>
    public string Say(string key, params (string Name, object? Value)[] slots) => Text.Of(language, $"report.{key}", slots);

    /// <summary>A number with one decimal.</summary>
    public string One(double number) => number.ToString("N1", Languages.Culture(language));

    /// <summary>A p-value with its sign, never "= 0.000".</summary>
    public string P(double p) => p < SmallestPWritten
        ? $"< {SmallestPWritten.ToString("N3", Languages.Culture(language))}"
        : $"= {p.ToString("N3", Languages.Culture(language))}";

    /// <summary>"70 of 120 (58 %)"; of too few people, or with nobody, the words for that.</summary>
    public string Share(Proportion share) => share is { N: > 0 and < SmallCells.LeastForShares } ? Say("share.few", ("least", SmallCells.LeastForShares))
        : share.Share is { } value ? Say("share", ("count", share.Successes), ("n", share.N), ("percent", Math.Round(100 * value, MidpointRounding.AwayFromZero)))
        : Say("nobody");

    /// <summary>"3.6 to 5.1".</summary>
    public string Between(Interval interval) => Say("between", ("low", One(interval.Low)), ("high", One(interval.High)));

    /// <summary>A count, or the words for a small cell.</summary>
    public string Count(int? count) => count is { } known ? known.ToString("N0", Languages.Culture(language)) : Say("small");

    /// <summary>"37 used, 3 left out".</summary>
    public string Used(Verdict verdict) => Say("used", ("used", verdict.Used), ("dropped", verdict.Dropped));
}
