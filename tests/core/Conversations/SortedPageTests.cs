using RbcBot.Core.Conversations.Register;

namespace RbcBot.Tests.Core.Conversations;

public sealed class SortedPageTests
{
    [Fact]
    public void Every_page_is_what_sorting_all_of_them_gives()
    {
        var chance = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var (length, values) = (chance.Next(round % 10 == 0 ? 3000 : 120), 1 + chance.Next(round % 3 == 0 ? 3 : 1000));
            int[] rows = [.. Enumerable.Range(0, length).Select(number => (round % 4) switch { 0 => number, 1 => length - number, _ => chance.Next(values) })];
            var (skip, most) = (chance.Next(length + 10), chance.Next(60));
            var expected = rows.Order().Skip(skip).Take(most).ToArray();
            Assert.Equal(expected, SortedPage.Of(rows.AsSpan(), skip, most, static (one, other) => one.CompareTo(other)).ToArray());
        }
    }

    [Fact]
    public void Of_very_many_it_compares_each_a_few_times_only()
    {
        var chance = new Random(2);
        int[] rows = [.. Enumerable.Range(0, 60_000).Select(_ => chance.Next(90))];
        var compared = 0;
        SortedPage.Of(rows.AsSpan(), 30_000, 50, (one, other) =>
        {
            compared++;
            return one.CompareTo(other);
        });
        Assert.InRange(compared, 0, 60_000 * 8);
    }
}
