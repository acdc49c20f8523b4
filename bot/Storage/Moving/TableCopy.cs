using Npgsql;

namespace RbcBot.Bot.Storage.Moving;

/// <summary>Copies rows into a table, and counts what is there.</summary>
static class TableCopy
{
    public static async Task<Tally> FillAsync(NpgsqlConnection connection, MovedTable table, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        var tally = new Tally();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table.Name} ({table.Names}) from stdin (format binary)", stop);
        foreach (var row in rows)
        {
            tally.Add(row);
            await copy.StartRowAsync(stop);
            for (var column = 0; column < row.Length; column++)
                await (row[column] is { } value ? copy.WriteAsync(value, table.Columns[column].Type, stop) : copy.WriteNullAsync(stop));
        }
        await copy.CompleteAsync(stop);
        return tally;
    }

    public static async Task<Tally> CountAsync(NpgsqlConnection connection, MovedTable table, CancellationToken stop)
    {
        var tally = new Tally();
        await using var command = new NpgsqlCommand($"select {table.Names} from {table.Name} {table.Where}", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var row = new object?[table.Columns.Length];
        while (await reader.ReadAsync(stop))
        {
            reader.GetValues(row!);
            tally.Add(row);
        }
        return tally;
    }
}
