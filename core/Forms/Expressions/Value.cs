using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

enum ValueKind { Nodes, Text, Number, Truth, Day }

/// <summary>What an expression or a part of it comes to.</summary>
readonly struct Value
{
    /// <summary>The text; or one node, or a list of them; null for no nodes, a number or a truth.</summary>
    readonly object? held;

    readonly double number;

    Value(ValueKind kind, object? held, double number) => (Kind, this.held, this.number) = (kind, held, number);

    public ValueKind Kind { get; }

    public bool IsNodes => Kind == ValueKind.Nodes;

    public bool IsNumeric => Kind is ValueKind.Number or ValueKind.Day;

    /// <summary>The nodes; empty when the value is not nodes.</summary>
    public IReadOnlyList<Node> Nodes => held switch
    {
        IReadOnlyList<Node> list => list,
        Node node => [node],
        _ => [],
    };

    /// <summary>How many nodes there are; 0 when the value is not nodes.</summary>
    public int Count => held switch
    {
        Node => 1,
        IReadOnlyList<Node> list => list.Count,
        _ => 0,
    };

    /// <summary>How many single values it compares as: its nodes, or itself.</summary>
    public int Width => IsNodes ? Count : 1;

    public static Value Of(string text) => new(ValueKind.Text, text, 0);

    public static Value Of(double number) => new(ValueKind.Number, null, number);

    public static Value Of(bool truth) => new(ValueKind.Truth, null, truth ? 1 : 0);

    public static Value Of(Node node) => new(ValueKind.Nodes, node, 0);

    public static Value Of(IReadOnlyList<Node> nodes) => new(ValueKind.Nodes, nodes, 0);

    /// <summary>A moment as days since 1970 in UTC, which prints as a date or date and time; blank when NaN.</summary>
    public static Value Day(double days) => new(ValueKind.Day, null, days);

    /// <summary>A node by its place, from 0.</summary>
    public Node At(int place) => held as Node ?? ((IReadOnlyList<Node>)held!)[place]; // Asked for only where Count says so.

    public string Text(TimeZoneInfo zone) => Kind switch
    {
        ValueKind.Nodes => Count == 0 ? "" : At(0).Seen,
        ValueKind.Number => Numerals.Text(number),
        ValueKind.Truth => number == 1 ? "true" : "false",
        ValueKind.Day => DayNumber.Text(number, zone),
        _ => (string)held!, // A text is made of one.
    };

    public double Number(TimeZoneInfo zone) => Kind is ValueKind.Nodes or ValueKind.Text ? NumberOf(Text(zone), zone) : number;

    /// <summary>The text of one of the single values, see Width.</summary>
    public string TextAt(int place, TimeZoneInfo zone) => IsNodes ? At(place).Seen : Text(zone);

    /// <summary>The number of one of the single values, see Width.</summary>
    public double NumberAt(int place, TimeZoneInfo zone) => IsNodes ? NumberOf(At(place).Seen, zone) : Number(zone);

    public bool IsTrue => Kind switch
    {
        ValueKind.Nodes => Count > 0,
        ValueKind.Text => ((string)held!).Length > 0, // A text is made of one.
        ValueKind.Day => !double.IsNaN(number),
        _ => number != 0 && !double.IsNaN(number),
    };

    /// <summary>The number a text stands for; a date stands for its days, anything else for NaN.</summary>
    public static double NumberOf(string text, TimeZoneInfo zone)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || !(char.IsAsciiDigit(trimmed[0]) || trimmed[0] is '-' or '+' or '.' or 'I'))
        {
            return double.NaN;
        }
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(trimmed, styles, CultureInfo.InvariantCulture, out var number) ? number : DayNumber.Of(trimmed, zone);
    }
}
