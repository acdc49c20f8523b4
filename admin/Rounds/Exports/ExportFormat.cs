namespace RbcBot.Admin.Rounds.Exports;

/// <summary>As what a round's answers leave the house.</summary>
public enum ExportFormat
{
    /// <summary>One table; with repeats a zip of tables, as ODK Central makes them.</summary>
    Csv,

    /// <summary>A workbook: codes, words, and what the codes mean.</summary>
    Xlsx,

    /// <summary>One object a session, repeats nested.</summary>
    Json,

    /// <summary>A zip with one XForms instance a submission.</summary>
    Xml,

    /// <summary>A zip that is a Flow Results data package.</summary>
    Floip,
}

/// <summary>The formats by their names.</summary>
public static class ExportFormats
{
    /// <summary>The names with bars between, for a command's help.</summary>
    public const string Names = "csv|xlsx|json|xml|floip";

    /// <summary>The format of a name; null when there is none.</summary>
    public static ExportFormat? Parse(string? name) => name?.ToUpperInvariant() switch
    {
        "CSV" => ExportFormat.Csv,
        "XLSX" => ExportFormat.Xlsx,
        "JSON" => ExportFormat.Json,
        "XML" => ExportFormat.Xml,
        "FLOIP" => ExportFormat.Floip,
        _ => null,
    };
}
