namespace RbcBot.Admin.Rounds.Exports;

/// <summary>What an export came to.</summary>
/// <param name="Sessions">How many are in it.</param>
/// <param name="Ending">The end of the file's name, without the point before it.</param>
/// <param name="MediaType">As browsers want it.</param>
public sealed record ExportedRound(int Sessions, string Ending, string MediaType)
{
    /// <summary>Whether the file is an archive of several.</summary>
    public bool IsZip => MediaType == Zip;

    const string Zip = "application/zip";

    internal static ExportedRound Of(ExportFormat format, bool hasRepeats, int sessions) => format switch
    {
        ExportFormat.Csv when hasRepeats => new(sessions, "csv.zip", Zip),
        ExportFormat.Csv => new(sessions, "csv", "text/csv; charset=utf-8"),
        ExportFormat.Xlsx => new(sessions, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ExportFormat.Json => new(sessions, "json", "application/json"),
        ExportFormat.Xml => new(sessions, "xml.zip", Zip),
        ExportFormat.Floip => new(sessions, "floip.zip", Zip),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
