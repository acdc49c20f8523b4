using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>A report before it is a page: sections in one language, every number traceable to a fact.</summary>
/// <param name="SnapshotAt">When the data stood like this.</param>
/// <param name="SnapshotHash">SHA-256 over the data: the same data give the same report.</param>
public sealed record Report(
    Language Language,
    string Title,
    DateTimeOffset SnapshotAt,
    string SnapshotHash,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<RegisteredFact> Facts);

/// <summary>A part of a report under one heading.</summary>
/// <param name="Id">Stable, such as needs: also the anchor in a page.</param>
public sealed record Section(string Id, string Heading, IReadOnlyList<Block> Blocks);

/// <summary>One thing in a section: exactly one of its members is there.</summary>
public sealed record Block
{
    /// <summary>Null unless the block is running text.</summary>
    public Paragraph? Paragraph { get; init; }

    /// <summary>Null unless the block is a table.</summary>
    public Table? Table { get; init; }

    /// <summary>Null unless the block is a picture.</summary>
    public Figure? Figure { get; init; }
}

/// <summary>What a paragraph is: a finding, the line that says how it was computed, a caution, or a draft that a person has to approve.</summary>
public enum ParagraphKind { Finding, Method, Caution, ToApprove }

/// <summary>Running text with the facts its numbers come from.</summary>
/// <param name="FactIds">Ids in the register; empty when it states no number of ours.</param>
public sealed record Paragraph(string Text, ParagraphKind Kind, IReadOnlyList<string> FactIds);

/// <summary>A table as a reader sees it: everything is written out, small cells are withheld.</summary>
/// <param name="Headings">The first is the heading of the row labels.</param>
/// <param name="Rows">As many cells as headings.</param>
/// <param name="Note">Said under the table; "" when there is nothing to say.</param>
public sealed record Table(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, string Note);
