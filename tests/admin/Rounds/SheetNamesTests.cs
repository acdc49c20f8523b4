using RbcBot.Admin.Rounds.Exports;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class SheetNamesTests
{
    [Theory]
    [InlineData("children", "children")]
    [InlineData("=cmd", "cmd")]
    [InlineData("a/b:c*d?[e]'", "a_b_c_d__e__")]
    [InlineData("History", "History~2")]
    [InlineData("", "sheet")]
    [InlineData("a_repeat_with_a_name_that_is_far_too_long", "a_repeat_with_a_name_that_is_fa")]
    public void Name_is_one_that_spreadsheets_allow(string wanted, string name) => Assert.Equal(name, new SheetNames([]).Take(wanted));

    [Fact]
    public void No_two_sheets_have_the_same_name()
    {
        var names = new SheetNames(["codebook"]);
        string[] wanted = ["child", "CHILD", "child", "codebook", "labels a_repeat_with_a_name_that_is_long_1", "labels a_repeat_with_a_name_that_is_long_2"];
        var taken = wanted.Select(names.Take).ToList();
        Assert.Equal(wanted.Length, taken.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(taken, name => Assert.InRange(name.Length, 1, 31));
    }
}
