using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Texts;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("  Épilepsie\u00A0 et\tŒdème ", "epilepsie et oedeme")]
    [InlineData("l’indwara y‘igicuri", "l'indwara y'igicuri")]
    [InlineData("\u200Fye\u200Bgo\uFEFF", "yego")]
    [InlineData("１２", "12")]
    [InlineData("٣٤", "34")]
    [InlineData("3️⃣", "3")]
    [InlineData("🔟", "10")]
    [InlineData("👍🏾", "👍")]
    public void Fold_takes_off_what_does_not_count(string written, string folded) => Assert.Equal(folded, Folding.Fold(written));

    [Theory]
    [InlineData("B.", "b")]
    [InlineData("2)", "2")]
    [InlineData("(2)", "2")]
    [InlineData("*Yego!* 👍", "yego")]
    [InlineData("👍", "👍")]
    [InlineData("-", "-")]
    public void Bare_takes_off_the_punctuation_around(string written, string bare) => Assert.Equal(bare, Folding.Bare(written));

    [Fact]
    public void What_no_store_takes_is_left_out() => Assert.Equal("a\nb😀", Folding.Storable("a\0\n\uD800b😀\uFFFF\u0001"));

    [Fact]
    public void R_and_l_are_alike_when_loose() => Assert.Equal(Folding.Loose("Ngororero"), Folding.Loose("ngorolello"));
}
