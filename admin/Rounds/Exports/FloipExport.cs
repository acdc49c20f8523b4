using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A zip that is a Flow Results data package (FLOIP 1.0.0-rc1): a descriptor, and one row an answer.</summary>
static class FloipExport
{
    public const string Descriptor = "datapackage.json", Responses = "responses.json";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        var questions = new FloipQuestions(plan);
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await using (var entry = archive.CreateEntry(Responses, CompressionLevel.Fastest).Open())
        {
            await using var writer = new Utf8JsonWriter(entry, Options);
            writer.WriteStartArray();
            await foreach (var session in sessions.WithCancellation(stop))
            {
                FloipRows.Write(writer, questions, new ExportRecord(session));
                await writer.FlushAsync(stop);
            }
            writer.WriteEndArray();
        }
        // The descriptor comes last: answers may have needed choices or questions that the forms no longer have.
        await using var last = archive.CreateEntry(Descriptor, CompressionLevel.Fastest).Open();
        await using var descriptor = new Utf8JsonWriter(last, Options with { Indented = true });
        FloipDescriptor.Write(descriptor, plan, questions);
    }
}
