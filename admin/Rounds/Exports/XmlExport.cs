using System.IO.Compression;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A zip with one XForms instance a submission, named by its instanceID: what ODK tools take in.</summary>
static class XmlExport
{
    public static async Task WriteAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        var orders = plan.Forms.ToDictionary(form => form.Version, form => new FormOrder(form));
        var other = new FormOrder(null);
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await foreach (var session in sessions.WithCancellation(stop))
        {
            await using var entry = archive.CreateEntry(InstanceId.Of(session)["uuid:".Length..] + ".xml", CompressionLevel.Fastest).Open();
            InstanceXml.Write(entry, orders.GetValueOrDefault(session.FormVersion, other), new SessionAnswers(session), plan.Round.FormId);
        }
    }
}
