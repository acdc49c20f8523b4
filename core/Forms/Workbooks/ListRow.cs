using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace RbcBot.Core.Forms.Workbooks;

#pragma warning disable CA1710 // It is a row, whatever it reads like.
/// <summary>One row of an attached list: its values by column, "" where the file has none.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Authors call it a row.")]
public sealed class ListRow : IReadOnlyDictionary<string, string>
{
    readonly IReadOnlyDictionary<string, int> columns;
    readonly string[] values;

    internal ListRow(int number, IReadOnlyDictionary<string, int> columns, string[] values) => (Number, this.columns, this.values) = (number, columns, values);

    /// <summary>Its line in the file; of a .geojson the feature, the first being 1.</summary>
    public int Number { get; }

    public IEnumerable<string> Keys => columns.Keys;

    public IEnumerable<string> Values => columns.Values.Select(At);

    public int Count => columns.Count;

    public string this[string key] => At(columns[key]);

    public bool ContainsKey(string key) => columns.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = columns.TryGetValue(key, out var column) ? At(column) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        columns.Select(column => KeyValuePair.Create(column.Key, At(column.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    string At(int column) => column < values.Length ? values[column] : "";
}
