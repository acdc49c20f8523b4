using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class FormsTests
{
    public static TheoryData<string> Names() => [.. ContentFile.All().Where(file => file.Name.StartsWith("forms", StringComparison.Ordinal)).Select(file => file.Name)];

    /// <summary>Advice about buttons, which long answers may go against.</summary>
    static readonly string[] Advice = ["choice-label-long", "short-label-missing", "short-label-long"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_of_ours_compiles_with_nothing_but_advice_about_buttons(string name)
    {
        var file = ContentFile.Of(name);

        Assert.Empty(FormReading.Of(file.Bytes, file.Name).Findings.Where(finding => !Advice.Contains(finding.Code))
            .Select(finding => $"{finding.Code} {finding.Sheet} {finding.Row} {finding.Column}: {finding.Message}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_of_ours_has_a_title_in_every_language(string name) => Assert.Equal(["en", "fr", "rw"], GivenRun.Of(name).Form.Titles.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_of_ours_speaks_kinyarwanda_first_then_french_and_english(string name) =>
        Assert.Equal(["rw", "fr", "en"], GivenRun.Of(name).Form.LanguageCodes);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_of_ours_can_be_walked_to_its_end(string name)
    {
        var run = GivenRun.Of(name).ToTheEnd();

        Assert.Null(run.Next);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_of_ours_says_its_kind(string name) =>
        Assert.Contains(GivenRun.Of(name).Form.Settings["chat::kind"], new[] { "interview", "application", "feedback", "test" });

    [Fact]
    public void The_epilepsy_test_has_twenty_items_with_a_key_among_their_choices() =>
        Assert.Equal(20, GivenRun.Of("forms/test-epilepsy.xlsx").Form.Questions
            .Count(question => question.Chat.TryGetValue("key", out var key) && question.Choices.Any(choice => choice.Name == key)));

    [Fact]
    public void Seven_items_of_the_epilepsy_test_are_critical() =>
        Assert.Equal(["t5", "t6", "t7", "t8", "t9", "t14", "t17"], GivenRun.Of("forms/test-epilepsy.xlsx").Form.Questions
            .Where(question => question.Chat.GetValueOrDefault("critical") == "yes").Select(question => question.Name));
}
