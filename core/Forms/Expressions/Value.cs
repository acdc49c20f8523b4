using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

enum ValueKind { Nodes, Text, Number, Truth, Day }

/// <summary>What an expression or a part of it comes to.</summary>
sealed class Value
{
    readonly string text = "";
    readonly double number;

    Value(ValueKind kind) => Kind = kind;

    Value(string text) : this(ValueKind.Text) => this.text = text;

    Value(ValueKind kind, double number) : this(kind) => this.number = number;

    Value(IReadOnlyList<Node> nodes) : this(ValueKind.Nodes) => Nodes = nodes;

    public ValueKind Kind { get; }

    /// <summary>The nodes; empty when the value is not nodes.</summary>
    public IReadOnlyList<Node> Nodes { get; } = [];

    public bool IsNumeric => Kind is ValueKind.Number or ValueKind.Day;

    public static Value Of(string text) => new(text);

    public static Value Of(double number) => new(ValueKind.Number, number);

    public static Value Of(bool truth) => new(ValueKind.Truth, truth ? 1 : 0);

    public static Value Of(IReadOnlyList<Node> nodes) => new(nodes);

    /// <summary>A moment as days since 1970 in UTC, which prints as a date or date and time; blank when NaN.</summary>
    public static Value Day(double days) => new(ValueKind.Day, days);

    public string Text(TimeZoneInfo zone) => Kind switch
    {
        ValueKind.Nodes => Nodes.Count == 0 ? "" : Nodes[0].Seen,
        ValueKind.Number => NumberText(number),
        ValueKind.Truth => number == 1 ? "true" : "false",
        ValueKind.Day => DayNumber.Text(number, zone),
        _ => text,
    };

    public double Number(TimeZoneInfo zone) => Kind switch
    {
        ValueKind.Nodes or ValueKind.Text => NumberOf(Text(zone), zone),
        _ => number,
    };

    public bool IsTrue => Kind switch
    {
        ValueKind.Nodes => Nodes.Count > 0,
        ValueKind.Text => text.Length > 0,
        ValueKind.Day => !double.IsNaN(number),
        _ => number != 0 && !double.IsNaN(number),
    };

    /// <summary>The number a text stands for; a date stands for its days, anything else for NaN.</summary>
    public static double NumberOf(string text, TimeZoneInfo zone)
    {
        var trimmed = text.AsSpan().Trim();
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(trimmed, styles, CultureInfo.InvariantCulture, out var number) ? number : DayNumber.Of(trimmed.ToString(), zone);
    }

    /// <summary>A number as text: as few digits as tell it apart, never with an exponent.</summary>
    public static string NumberText(double number)
    {
        if (number == 0)
        {
            return "0";
        }
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        return exponentAt < 0 ? shortest : WithoutExponent(shortest[..exponentAt], int.Parse(shortest[(exponentAt + 1)..], CultureInfo.InvariantCulture));
    }

    static string WithoutExponent(string mantissa, int exponent)
    {
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var digits = mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? sign + "0." + new string('0', -exponent - 1) + digits
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
