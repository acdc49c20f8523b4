using System.Text.Encodings.Web;
using System.Text.Json;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>An array with one object a session; keys as the columns of the tables, repeats as arrays in it, text exactly as it was given.</summary>
static class JsonExport
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        await using var writer = new Utf8JsonWriter(to, Options);
        writer.WriteStartArray();
        await foreach (var session in sessions.WithCancellation(stop))
        {
            var record = new ExportRecord(session);
            Write(writer, plan, record, plan.Tables[0], record.Main);
            await writer.FlushAsync(stop);
        }
        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, ExportPlan plan, ExportRecord record, ExportTable table, ExportRow row)
    {
        writer.WriteStartObject();
        foreach (var column in table.Columns)
            Write(writer, column, column.Value(row));
        foreach (var inner in plan.Tables)
            if (inner.Parent is not null && (inner.Parent == table || table.Parent is null))
                WriteInner(writer, plan, record, inner, row, isOwn: inner.Parent == table);
        writer.WriteEndObject();
    }

    static void WriteInner(Utf8JsonWriter writer, ExportPlan plan, ExportRecord record, ExportTable inner, ExportRow row, bool isOwn)
    {
        List<ExportRow> rows = [.. record.Rows(inner).Where(child => Owner(child, inner) == row.Instance)];
        if (rows.Count == 0 && !isOwn)
            return;
        writer.WriteStartArray(inner.Name);
        foreach (var child in rows)
            Write(writer, plan, record, inner, child);
        writer.WriteEndArray();
    }

    // An older version may have had no repeat around this one: its rows then stand in the session.
    static string Owner(ExportRow row, ExportTable table) => InstancePath.Plain(row.Around) == table.Parent?.Path ? row.Around : "";

    static void Write(Utf8JsonWriter writer, ExportColumn column, string? value)
    {
        if (value is null)
            writer.WriteNull(column.Heading);
        else if (column.IsNumber && CellText.Number(value) is { } number)
            writer.WriteNumber(column.Heading, number);
        else
            writer.WriteString(column.Heading, CellText.Whole(value));
    }
}
