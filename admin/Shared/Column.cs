using Microsoft.AspNetCore.Components;

namespace RbcBot.Admin.Shared;

/// <summary>A column of a long list: its heading and how it shows a row.</summary>
public sealed record Column<TRow>(string Title, RenderFragment<TRow> Cell)
{
    /// <summary>Its word in the address when the list can be sorted by it; "" when it cannot.</summary>
    public string Sort { get; init; } = "";

    /// <summary>What it is sorted by where the list is small and sorted on the page; null where the store sorts.</summary>
    public Func<TRow, IComparable?>? By { get; init; }

    public ColumnKind Kind { get; init; } = ColumnKind.Words;

    /// <summary>Whether the heading is read out only: a column of buttons needs no visible one.</summary>
    public bool IsTitleUnseen { get; init; }

    internal string? Class => Kind switch
    {
        ColumnKind.Words => null,
        ColumnKind.Name => "name",
        ColumnKind.Number => "number",
        ColumnKind.Moment => "nowrap",
        ColumnKind.Prose => "words",
        ColumnKind.Act => "end",
        ColumnKind.Meter => "meter",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind)),
    };
}

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Words,

    /// <summary>What the row is called: its heading, in one column of each list.</summary>
    Name,
    Number,

    /// <summary>A day or a time, which never breaks.</summary>
    Moment,

    /// <summary>What somebody wrote, at length.</summary>
    Prose,

    /// <summary>What can be done.</summary>
    Act,

    /// <summary>A bar beside its numbers; left out on a small phone.</summary>
    Meter,
}
