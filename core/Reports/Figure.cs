namespace RbcBot.Core.Reports;

/// <summary>A picture in a report, before it is drawn: exactly one of its charts is there.</summary>
/// <param name="Id">Stable id in the report, such as figure-needs.</param>
public sealed record Figure(string Id)
{
    /// <summary>Null unless the picture is diverging bars.</summary>
    public DivergingBars? Diverging { get; init; }

    /// <summary>Null unless the picture is a slope chart.</summary>
    public SlopeChart? Slopes { get; init; }

    /// <summary>Null unless the picture is a dumbbell chart.</summary>
    public GapDumbbell? Gaps { get; init; }

    /// <summary>Null unless the picture is plain bars.</summary>
    public Bars? Bars { get; init; }
}
