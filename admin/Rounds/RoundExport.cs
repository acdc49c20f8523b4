using System.Globalization;
using System.Text;
using System.Text.Json;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>A round's answers as a file, finished sessions and running ones alike. For pages and for the command line.</summary>
public static class RoundExport
{
    /// <summary>RFC 4180 with a byte order mark, so that spreadsheets read accents.</summary>
    /// <param name="forms">The forms the sessions are pinned to, the newest first.</param>
    public static void Csv(Stream to, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions)
    {
        var columns = ExportColumn.Of(forms);
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => Quoted(Harmless.Of(column.Heading)))));
        foreach (var session in sessions)
        {
            var answers = new SessionAnswers(session);
            writer.WriteLine(string.Join(',', columns.Select(column => Quoted(Cell(column, answers)))));
        }
    }

    /// <summary>A workbook: data (codes), labels (words) and codebook.</summary>
    /// <param name="language">Language of the labels sheet.</param>
    public static void Xlsx(Stream to, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions, string language) =>
        ExportWorkbook.Write(to, forms, sessions, language);

    /// <summary>An array with one object a session; keys as the columns of the other two, text exactly as it was given.</summary>
    public static void Json(Stream to, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions)
    {
        var columns = ExportColumn.Of(forms);
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (var session in sessions)
        {
            var answers = new SessionAnswers(session);
            writer.WriteStartObject();
            foreach (var column in columns)
                Write(writer, column, column.Value(answers));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>The value as a spreadsheet may take it: numbers as they are, all else made harmless.</summary>
    internal static string Cell(ExportColumn column, SessionAnswers answers)
    {
        var value = column.Value(answers) ?? "";
        return column.IsNumber && IsNumber(value) || IsComputed(column) && IsNumber(value) ? value : Harmless.Of(value);
    }

    internal static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    static bool IsComputed(ExportColumn column) => column.Question?.Type == QuestionType.Calculate;

    static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    static void Write(Utf8JsonWriter writer, ExportColumn column, string? value)
    {
        if (value is null)
            writer.WriteNull(column.Heading);
        else if (column.IsNumber && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumber(column.Heading, number);
        else
            writer.WriteString(column.Heading, value);
    }
}
