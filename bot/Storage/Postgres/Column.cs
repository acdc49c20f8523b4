using Npgsql;
using NpgsqlTypes;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Parameters of a statement: a column of a group as one array, or a single value.</summary>
static class Column
{
    public static NpgsqlParameter Texts(IEnumerable<string?> values) => Array(values.ToArray(), NpgsqlDbType.Text);

    public static NpgsqlParameter Longs(IEnumerable<long> values) => Array(values.ToArray(), NpgsqlDbType.Bigint);

    public static NpgsqlParameter Numbers(IEnumerable<int> values) => Array(values.ToArray(), NpgsqlDbType.Integer);

    public static NpgsqlParameter Flags(IEnumerable<bool> values) => Array(values.ToArray(), NpgsqlDbType.Boolean);

    public static NpgsqlParameter Bytes(IEnumerable<byte[]?> values) => Array(values.ToArray(), NpgsqlDbType.Bytea);

    /// <summary>No array at all.</summary>
    public static NpgsqlParameter NoTexts() => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Long(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Number(int value) => new NpgsqlParameter<int> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };

    public static NpgsqlParameter ByteArray(byte[]? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };

    static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
