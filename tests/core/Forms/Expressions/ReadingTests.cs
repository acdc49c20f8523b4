using CsCheck;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("${years} == 3", 10, "write =")]
    [InlineData("${years} > ", 12, "stops too early")]
    [InlineData("if(1, 2)", 1, "takes 3 arguments, not 2")]
    [InlineData("1 + duration()", 5, "SurveyCTO")]
    [InlineData("property('deviceid')", 1, "not supported")]
    [InlineData("Selected(${topics}, 'a')", 1, "write selected()")]
    [InlineData("nonsense()", 1, "no function nonsense()")]
    [InlineData("name = 'Aline", 8, "close it with '")]
    [InlineData("name = ‘Aline’", 8, "straight quotes")]
    [InlineData("(${years} + 1", 14, "close the bracket")]
    [InlineData("${years} 3", 10, "no operator before it")]
    [InlineData("${the years}", 1, "cannot be a question's name")]
    [InlineData("regex(${name}, '[a')", 16, "the pattern cannot be read")]
    [InlineData("count('a')", 7, "not a text or number")]
    [InlineData("", 1, "nothing is written here")]
    public void A_mistake_is_told_with_its_place(string expression, int position, string part)
    {
        var error = Expression.Parse(expression).Error;
        Assert.Equal(position, error?.Position);
        Assert.Contains(part, error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Contains("brackets", Expression.Parse(new string('(', 20_000)).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void A_chain_without_end_is_refused() =>
        Assert.Contains("operators", Expression.Parse(string.Join('+', Enumerable.Repeat("1", 10_000))).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void References_and_functions_are_listed_once_in_order()
    {
        var read = SmallForm.Read("if(selected(${b}, 'x'), ${a} + ${b}, /data/p[. = ${c}]) or jr:choice-name(${a}, '${d}') = selected(1, 2)");
        Assert.Equal(["b", "a", "c", "d"], read.References);
        Assert.Equal(["if", "selected", "jr:choice-name"], read.Functions);
    }

    [Theory]
    [InlineData("not(${years})", "not-of-answer")]
    [InlineData("regex(., '[0-9]{4}')", "regex-matches-part")]
    public void What_authors_seldom_mean_is_hinted(string expression, string code) =>
        Assert.Equal(code, Assert.Single(SmallForm.Read(expression).Hints).Code);

    [Fact]
    public void A_pattern_of_the_whole_answer_is_not_hinted() => Assert.Empty(SmallForm.Read("regex(., '^[0-9]{4}$')").Hints);

    [Fact]
    public void Whatever_an_author_writes_is_read_or_refused_and_never_throws()
    {
        string[] words = ["${a}", "/", "//", "..", ".", "[", "]", "(", ")", "if", "count", "regex", "'[", "'x'", "1", "-", "*", "and", "=", ",", "@", "::", "self", " ", "<", "|", "é", "$"];
        Gen.Int[0, words.Length - 1].Array[0, 12].Sample(picks =>
        {
            var text = string.Concat(picks.Select(pick => words[pick]));
            var reading = Expression.Parse(text);
            return reading.Expression is null ? reading.Error!.Position >= 1 && reading.Error.Position <= text.Length + 1 : reading.Error is null;
        });
    }
}
