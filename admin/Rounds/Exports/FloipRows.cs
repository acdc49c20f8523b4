using System.Globalization;
using System.Text.Json;
using RbcBot.Core.Calendar;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The answers of a session as rows of seven: timestamp, row, contact, session, question, response, metadata.</summary>
static class FloipRows
{
    public static void Write(Utf8JsonWriter writer, FloipQuestions questions, ExportRecord record)
    {
        var session = record.Answers.Session;
        var at = KigaliTime.Of(session.Submitted ?? session.Touched).ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
        foreach (var (table, column) in questions.Columns)
            foreach (var row in record.Rows(table))
                if (column.Value(row) is { Length: > 0 } value)
                {
                    var (id, type, response) = questions.Read(column, CellText.Whole(value));
                    writer.WriteStartArray();
                    writer.WriteStringValue(at);
                    writer.WriteStringValue($"{session.Id}/{(row.Instance.Length == 0 ? "" : Heading.Of(row.Instance) + "/")}{id}");
                    writer.WriteStringValue(session.Person.Value);
                    writer.WriteStringValue(session.Id);
                    writer.WriteStringValue(id);
                    Write(writer, response);
                    WriteMetadata(writer, row, type, session.Language);
                    writer.WriteEndArray();
                }
    }

    static void Write(Utf8JsonWriter writer, object response)
    {
        switch (response)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case IReadOnlyList<object> several:
                writer.WriteStartArray();
                foreach (var one in several)
                    Write(writer, one);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)response);
                break;
        }
    }

    static void WriteMetadata(Utf8JsonWriter writer, ExportRow row, string type, string language)
    {
        writer.WriteStartObject();
        if (type == FloipQuestions.Text && FloipDescriptor.ThreeLetters(language) is { } code)
            writer.WriteString("language", code);
        if (row.Places.Count > 0)
        {
            writer.WriteStartArray("repeat_instances");
            foreach (var place in row.Places)
                writer.WriteNumberValue(place);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
