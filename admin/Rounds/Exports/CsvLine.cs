namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A line of comma-separated values, as RFC 4180 has it. Cells must be harmless already.</summary>
static class CsvLine
{
    public static void Write(TextWriter writer, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                writer.Write(',');
            writer.Write(Quoted(cell));
            isFirst = false;
        }
        writer.WriteLine();
    }

    static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
