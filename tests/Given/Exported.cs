using System.IO.Compression;
using System.Text;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Files of a round, as the console and the command write them.</summary>
static class Exported
{
    static readonly DateTimeOffset Opened = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    /// <param name="forms">Versions that sessions are pinned to; the first is the round's own.</param>
    public static async Task<byte[]> BytesAsync(ExportFormat format, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions, SessionFilter? filter = null)
    {
        using var file = new MemoryStream();
        await RunAsync(file, format, forms, sessions, filter);
        return file.ToArray();
    }

    public static async Task<ExportedRound> RunAsync(
        Stream file, ExportFormat format, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions, SessionFilter? filter = null)
    {
        var records = new InMemoryRecords();
        records.Sessions.AddRange(sessions);
        var catalogue = new ListedCatalogue(new InMemoryRounds());
        foreach (var form in forms)
            catalogue.Forms[form.Version] = form;
        var round = new Round(ConsoleForm.Code, RoundKind.Interview, forms[0].Id, forms[0].Version, "", "", IsOpen: true, Opened);
        return await new ExportRound(records, catalogue).RunAsync(round, format, filter ?? SessionFilter.All, "en", file, CancellationToken.None);
    }

    public static async Task<string[]> LinesAsync(IReadOnlyList<Form> forms, params Session[] sessions) =>
        Encoding.UTF8.GetString(await BytesAsync(ExportFormat.Csv, forms, sessions)).Split("\r\n");

    /// <summary>The files of an archive by name, as text.</summary>
    public static Dictionary<string, string> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, Text);
    }

    static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
