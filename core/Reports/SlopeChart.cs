namespace RbcBot.Core.Reports;

/// <summary>The same people at two or more moments: a faint line a person, the mean in bold.</summary>
/// <param name="Alt">What the picture says, for who cannot see it.</param>
/// <param name="Note">How many people were used and left out, and why.</param>
/// <param name="Moments">Names of the moments, in time's order.</param>
/// <param name="Lowest">The lowest score the axis shows.</param>
/// <param name="Highest">The highest score that can be reached.</param>
/// <param name="Lines">One list a person, a score a moment; empty when there are too few people to show them one by one.</param>
/// <param name="Means">The mean at each moment, with its interval.</param>
public sealed record SlopeChart(
    string Title,
    string Alt,
    string Note,
    IReadOnlyList<string> Moments,
    double Lowest,
    double Highest,
    IReadOnlyList<IReadOnlyList<double>> Lines,
    IReadOnlyList<SlopeMean> Means);

/// <summary>The mean of one moment.</summary>
/// <param name="Low">Lower end of the 95 % interval; null when there is none.</param>
/// <param name="High">Upper end; null when there is none.</param>
/// <param name="Text">The mean as the reader's language writes it.</param>
public sealed record SlopeMean(double Mean, double? Low, double? High, string Text);
