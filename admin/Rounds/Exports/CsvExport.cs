using System.IO.Compression;
using System.Text;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>RFC 4180 with a byte order mark, so that spreadsheets read accents; with repeats a zip with one file a table, as ODK Central does.</summary>
static class CsvExport
{
    public static Task WriteAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop) =>
        plan.HasRepeats ? ZipAsync(to, plan, sessions, stop) : TableAsync(to, plan.Tables[0], sessions, stop);

    static async Task TableAsync(Stream to, ExportTable table, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        await using var writer = Open(to, table);
        await foreach (var session in sessions.WithCancellation(stop))
            Write(writer, table, new ExportRecord(session));
    }

    static async Task ZipAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        List<(string Name, ExportTable Table, FileStream File)> parts = [.. plan.Tables.Select(table => (Name(plan, table), table, Spool.Open()))];
        try
        {
            List<StreamWriter> writers = [.. parts.Select(part => Open(part.File, part.Table))];
            await foreach (var session in sessions.WithCancellation(stop))
            {
                var record = new ExportRecord(session);
                foreach (var (part, writer) in parts.Zip(writers))
                    Write(writer, part.Table, record);
            }
            writers.ForEach(writer => writer.Dispose());
            using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var part in parts)
                await CopyAsync(part.File, archive, part.Name, stop);
        }
        finally
        {
            parts.ForEach(part => part.File.Dispose());
        }
    }

    static async Task CopyAsync(FileStream file, ZipArchive archive, string name, CancellationToken stop)
    {
        file.Position = 0;
        await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        await file.CopyToAsync(entry, stop);
    }

    /// <summary>form.csv, form-household.csv, form-household-child.csv.</summary>
    static string Name(ExportPlan plan, ExportTable table)
    {
        var form = EntryName.Of(plan.Forms[0].Id);
        return table.Parent is null ? form + ".csv" : $"{form}-{EntryName.Of(table.Name.Replace('/', '-'))}.csv";
    }

    static StreamWriter Open(Stream to, ExportTable table)
    {
        var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        CsvLine.Write(writer, table.Columns.Select(column => Harmless.Of(column.Heading)));
        return writer;
    }

    static void Write(StreamWriter writer, ExportTable table, ExportRecord record)
    {
        foreach (var row in record.Rows(table))
            CsvLine.Write(writer, table.Columns.Select(column => CellText.Of(column, row)));
    }
}
