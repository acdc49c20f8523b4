using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

public sealed class ShippedTitlesTests
{
    [Theory]
    [InlineData("guide-a.xlsx")]
    [InlineData("guide-b.xlsx")]
    [InlineData("guide-c.xlsx")]
    [InlineData("application.xlsx")]
    [InlineData("feedback-epilepsy.xlsx")]
    [InlineData("test-epilepsy.xlsx")]
    public void A_form_has_a_title_of_its_own_in_each_language(string file)
    {
        var titles = Shipped.Form(file).Titles;

        Assert.Equal(3, new[] { "rw", "fr", "en" }.Select(code => titles[code]).Distinct().Count());
    }
}
