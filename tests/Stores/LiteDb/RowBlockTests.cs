using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class RowBlockTests
{
    [Fact]
    public void It_holds_what_a_dictionary_would_after_rows_came_changed_and_went()
    {
        var (chance, block, known) = (new Random(7), new RowBlock<string, int>(), new Dictionary<string, int>());
        for (var step = 0; step < 2000; step++)
        {
            var key = $"{chance.Next(60)}";
            if (chance.Next(3) == 0)
            {
                block.Remove(key);
                known.Remove(key);
            }
            else
            {
                block.Put(key, step);
                known[key] = step;
            }
            Assert.Equal(known.Values.Order(), block.Rows.ToArray().Order());
        }
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("01a1016e0a377497", "01a1016e0a3774979bf1b1550d52a291")]
    [InlineData("01a1016e0a3774979bf1b1550d52a291", "01a1016e0a3774979bf1b1550d52a292")]
    [InlineData("01a1016e", "01a1016f0a377497")]
    [InlineData("aéa", "aéb")]
    [InlineData("aéb", "aña")]
    public void People_are_in_the_order_of_their_ids(string one, string other)
    {
        var (first, second) = (Listed(one), Listed(other));
        Assert.True(first.CompareBegun(second) < 0);
        Assert.True(second.CompareBegun(first) > 0);
        Assert.Equal(0, first.CompareBegun(Listed(one)));
    }

    static ListedPerson Listed(string id) => ListedPerson.Of(new RegisteredPerson(new(id), new RegisterRow(null, null, null, null, false, null), text => text));
}
