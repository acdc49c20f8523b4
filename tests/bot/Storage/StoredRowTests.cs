using LiteDB;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Bot.Storage;

public sealed class StoredRowTests
{
    [Theory]
    [InlineData("")]
    [InlineData("igicuri")]
    [InlineData("Ça va très bien 👍🏾 ıİ\u0000 ﷽")]
    public void A_row_of_fields_is_what_LiteDB_writes(string words)
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
        var row = StoredRow.Of(
            "key/1", RowField.Text("words", words), RowField.Text("utf8", System.Text.Encoding.UTF8.GetBytes(words)), RowField.Text("none", (string?)null), RowField.Binary("bytes", bytes),
            RowField.Flag("yes", true), RowField.Flag("no", false), RowField.Number("number", int.MinValue), RowField.Long("long", long.MaxValue));
        var document = new BsonDocument
        {
            ["_id"] = "key/1",
            ["words"] = words,
            ["utf8"] = words,
            ["none"] = BsonValue.Null,
            ["bytes"] = bytes,
            ["yes"] = true,
            ["no"] = false,
            ["number"] = int.MinValue,
            ["long"] = long.MaxValue,
        };
        Assert.Equal("key/1", row.Id);
        Assert.Equal(BsonSerializer.Serialize(document), row.Bytes);
    }

    [Fact]
    public void Rows_one_behind_the_other_are_read_in_order() => Assert.Equal(
        ["a", "b", "c"], StoredRow.ReadAll([.. StoredRow.Of("a").Bytes, .. StoredRow.Of("b", RowField.Long("n", 2)).Bytes, .. StoredRow.Of("c").Bytes]).Select(row => row["_id"].AsString));
}
