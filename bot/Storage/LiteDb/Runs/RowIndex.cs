using System.Buffers.Binary;
using System.Text;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>A field by which rows in runs are found: for each row an entry, in the order of the field's values.</summary>
/// <param name="Number">Its place among all of them: it stands in the entries.</param>
/// <param name="Moves">Whether the field of a row changes, so that its former entry must be taken away. Else an entry stays when its row goes, and whoever reads looks at the row.</param>
/// <param name="IsNumber">Whether the field is a number, not a text.</param>
sealed record RowIndex(int Number, string Collection, string Field, bool Moves = false, bool IsNumber = false)
{
    /// <summary>All of them: the files know them by their place, so add at the end only.</summary>
    public static readonly IReadOnlyList<RowIndex> All =
    [
        new(0, LiteDbSchema.Addresses, "person"), new(1, LiteDbSchema.Sessions, "subject"), new(2, LiteDbSchema.Sessions, "flow"), new(3, LiteDbSchema.Reminders, "due", Moves: true, IsNumber: true),
    ];

    static readonly ILookup<int, RowIndex> ByCollection = All.ToLookup(index => LiteDbSchema.Place(index.Collection));

    /// <summary>The indexes of a collection.</summary>
    public static IEnumerable<RowIndex> Of(int collection) => ByCollection[collection];

    public static RowIndex Of(string collection, string field) => All.Single(index => index.Collection == collection && index.Field == field);

    /// <summary>What the entries of all rows with the value begin with; the id is what follows.</summary>
    public byte[] Start(string value) => [(byte)(RowKey.FirstIndex + Number), .. Encoding.UTF8.GetBytes(value), 0];

    /// <summary>The same for a number: their order is that of the numbers.</summary>
    public byte[] Start(long value)
    {
        var start = new byte[1 + sizeof(long)];
        start[0] = (byte)(RowKey.FirstIndex + Number);
        BinaryPrimitives.WriteInt64BigEndian(start.AsSpan(1), value);
        return start;
    }

    /// <summary>The key of the row that an entry leads to.</summary>
    public static byte[] RowOf(ReadOnlySpan<byte> entry)
    {
        var index = All[entry[0] - RowKey.FirstIndex];
        var id = entry[(index.IsNumber ? 1 + sizeof(long) : 2 + entry[1..].IndexOf((byte)0))..];
        return [(byte)LiteDbSchema.Place(index.Collection), .. id];
    }

    /// <summary>The key of a row's entry; null when the row has no such field.</summary>
    public byte[]? Entry(string id, ReadOnlySpan<byte> row)
    {
        var start = RowElement.Text(row, Field) is { } text ? Start(text) : RowElement.Long(row, Field) is { } number ? Start(number) : null;
        return start is null ? null : [.. start, .. Encoding.UTF8.GetBytes(id)];
    }
}
