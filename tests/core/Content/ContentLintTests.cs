using RbcBot.Core.Content;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class ContentLintTests
{
    public static TheoryData<string> Forms() => [.. ContentFile.All().Where(file => file.Name.StartsWith("forms", StringComparison.Ordinal)).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_of_ours_only_waits_for_its_kinyarwanda(string name) =>
        Assert.All(ContentLint.Of(ContentFile.Of(name).Bytes), finding => Assert.Equal("to-validate", finding.Code));

    [Theory]
    [InlineData("Mufate 200 mg.", "dose")]
    [InlineData("Ni umusazi.", "forbidden-word")]
    [InlineData("What is your ethnicity?", "ethnicity")]
    public void A_sentence_that_must_not_be_said_is_refused_at_its_cell(string sentence, string code)
    {
        var finding = ContentLint.Of(ContentFile.Of("forms/guide-b.xlsx").With("survey", "C4", sentence).Bytes)[0];

        Assert.Equal((Severity.Refusal, code, 4), (finding.Severity, finding.Code, finding.Row));
    }

    [Theory]
    [InlineData("Wait 5 minutes.")]
    [InlineData("In 2005, 49 of 1,000 people.")]
    [InlineData("28 weeks")]
    [InlineData("Call 912.")]
    public void A_plain_number_is_no_dose(string sentence) =>
        Assert.DoesNotContain(ContentLint.Of(ContentFile.Of("forms/guide-b.xlsx").With("survey", "C4", sentence).Bytes), finding => finding.Code == "dose");

    [Fact]
    public void A_form_with_a_dose_in_a_hint_does_not_go_out()
    {
        var guide = ContentFile.Of("forms/guide-b.xlsx").With("survey", "F9", "Urugero: 200 mg");

        Assert.Null(CheckForm.Of(guide.Bytes, guide.Name).Form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_of_ours_may_go_out(string name) => Assert.NotNull(CheckForm.Of(ContentFile.Of(name).Bytes, name).Form);

    [Fact]
    public void A_file_that_is_no_workbook_has_nothing_to_lint() => Assert.Empty(ContentLint.Of([1, 2, 3]));
}
