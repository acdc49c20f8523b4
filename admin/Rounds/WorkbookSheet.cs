using RbcBot.Admin.Rounds.Exports;

namespace RbcBot.Admin.Rounds;

/// <summary>A sheet that waits in a file of its own until its book takes it in; past the rows that a sheet holds it goes on in a further one.</summary>
sealed class WorkbookSheet(string name, IReadOnlyList<object?> head) : IDisposable
{
    /// <summary>What a sheet holds (ECMA-376 as spreadsheets read it).</summary>
    public const int MostRows = 1_048_576, MostColumns = 16_384;

    const int LongestName = 31;

    readonly List<FileStream> files = [];
    SheetRows? rows;

    public void Row(IEnumerable<object?> cells)
    {
        if (rows is null || rows.Count == MostRows)
            Begin();
        rows?.Add(cells);
    }

    /// <summary>The sheets by their names, each file at its beginning; nothing is written after it.</summary>
    public IEnumerable<(string Name, FileStream File)> Parts()
    {
        if (rows is null)
            Begin();
        rows?.Dispose();
        foreach (var (place, file) in files.Index())
        {
            file.Position = 0;
            yield return (place == 0 ? name : $"{name[..Math.Min(name.Length, LongestName - 4)]} {place + 1}", file);
        }
    }

    public void Dispose() => files.ForEach(file => file.Dispose());

    void Begin()
    {
        rows?.Dispose();
        var file = Spool.Open();
        files.Add(file);
        rows = new SheetRows(file, leaveOpen: true);
        rows.Add(head);
    }
}
