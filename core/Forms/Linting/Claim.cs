using System.Globalization;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Linting;

/// <summary>What a condition says of one row: ${name} compared with something written out.</summary>
/// <param name="IsSelected">Whether it was written as selected(${name}, 'value').</param>
sealed record Claim(string Name, Operator Operator, string Value, bool IsNumber, bool IsSelected, int Position)
{
    /// <summary>Whether it asks for a value, or excludes one, as against greater and smaller.</summary>
    internal bool IsOfValue => Operator is Operator.Equal or Operator.NotEqual;

    /// <summary>The number it compares with; null when it compares with a text.</summary>
    internal double? Number => IsNumber || IsOrder
        ? double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null
        : null;

    bool IsOrder => Operator is Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual;

    /// <summary>All claims anywhere in an expression.</summary>
    internal static IEnumerable<Claim> In(IEnumerable<Syntax> parts) => parts.Select(Of).OfType<Claim>();

    /// <summary>The claims that must all hold for the expression to hold.</summary>
    internal static IEnumerable<Claim> Demanded(Syntax syntax) => syntax switch
    {
        BinarySyntax { Operator: Operator.And } both => Demanded(both.Left).Concat(Demanded(both.Right)),
        _ => Of(syntax) is { } claim ? [claim] : [],
    };

    static Claim? Of(Syntax syntax) => syntax switch
    {
        BinarySyntax { Left: ReferenceSyntax row, Right: LiteralSyntax written } right => Written(row.Name, right.Operator, written, right.Position),
        BinarySyntax { Left: LiteralSyntax written, Right: ReferenceSyntax row } left => Written(row.Name, Turned(left.Operator), written, left.Position),
        CallSyntax { Function.Name: "selected", Arguments: [ReferenceSyntax row, LiteralSyntax written] } call =>
            new(row.Name, Operator.Equal, written.Value.Text(TimeZoneInfo.Utc), false, true, call.Position),
        _ => null,
    };

    static Claim? Written(string name, Operator comparison, LiteralSyntax written, int position) =>
        comparison is Operator.Equal or Operator.NotEqual or Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual
            ? new(name, comparison, written.Value.Text(TimeZoneInfo.Utc), written.Value.IsNumeric, false, position)
            : null;

    static Operator Turned(Operator comparison) => comparison switch
    {
        Operator.Less => Operator.Greater,
        Operator.LessOrEqual => Operator.GreaterOrEqual,
        Operator.Greater => Operator.Less,
        Operator.GreaterOrEqual => Operator.LessOrEqual,
        _ => comparison,
    };
}
