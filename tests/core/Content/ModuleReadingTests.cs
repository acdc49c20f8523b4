using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Content;

public sealed class ModuleReadingTests
{
    static readonly ContentFile Epilepsy = ContentFile.Of("modules/epilepsy.xlsx");

    [Fact]
    public void The_epilepsy_module_has_its_first_three_lessons() =>
        Assert.Equal(["EPI-01", "EPI-02", "EPI-03"], Read(Epilepsy).Module!.Lessons.Select(lesson => lesson.Id));

    [Fact]
    public void The_lessons_have_no_finding_but_kinyarwanda_to_validate() =>
        Assert.All(Read(Epilepsy).Findings, finding => Assert.Equal("to-validate", finding.Code));

    [Fact]
    public void Every_seed_lesson_and_claim_is_a_draft()
    {
        var lessons = Read(Epilepsy).Module!.Lessons;

        Assert.All(lessons, lesson => Assert.Equal("draft", lesson.Status));
        Assert.All(lessons.SelectMany(lesson => lesson.Claims), claim => Assert.Equal("draft", claim.Status));
    }

    [Fact]
    public void A_lesson_has_three_to_five_cards_and_at_least_two_questions() =>
        Assert.All(Read(Epilepsy).Module!.Lessons, lesson =>
        {
            Assert.InRange(lesson.Cards.Count, 3, 5);
            Assert.InRange(lesson.Quiz.Count, 2, 3);
        });

    [Fact]
    public void Every_card_is_written_in_all_languages() =>
        Assert.All(Read(Epilepsy).Module!.Lessons.SelectMany(lesson => lesson.Cards), card => Assert.Equal(Languages.All.Count, card.ByLanguage.Count));

    [Fact]
    public void The_right_option_does_not_always_stand_at_the_same_place() =>
        Assert.True(Read(Epilepsy).Module!.Lessons.SelectMany(lesson => lesson.Quiz)
            .Select(question => question.Options.ToList().FindIndex(option => option.IsRight)).Distinct().Count() > 1);

    [Fact]
    public void Every_source_of_a_claim_stands_in_the_list_of_sources()
    {
        var sources = File.ReadAllText(Path.Combine(ContentFile.Root, "docs", "sources.md"));

        Assert.All(Read(Epilepsy).Module!.Lessons.SelectMany(lesson => lesson.Claims), claim => Assert.Contains($"| {claim.Source} |", sources));
    }

    [Theory]
    [InlineData("cards", "E3", "Give 10 mg at once.", "dose")]
    [InlineData("cards", "C3", "Donner 2,5 mg/kg.", "dose")]
    [InlineData("options", "G4", "The dose is 5ml.", "dose")]
    [InlineData("cards", "E2", "The crazy man falls.", "forbidden-word")]
    [InlineData("cards", "B5", "fourth", "card-number")]
    [InlineData("cards", "A6", "EPI-99", "lesson-unknown")]
    [InlineData("options", "D3", "yes", "right-options")]
    [InlineData("options", "D2", "perhaps", "right-unclear")]
    [InlineData("options", "B2", "q9", "question-unknown")]
    [InlineData("claims", "D2", "", "source-missing")]
    [InlineData("claims", "F2", "certain", "status-unknown")]
    [InlineData("lessons", "A3", "EPI-01", "duplicate")]
    public void A_fault_refuses_the_module(string sheet, string cell, string text, string code)
    {
        var reading = Read(Epilepsy.With(sheet, cell, text));

        Assert.Null(reading.Module);
        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Severity == Severity.Refusal);
    }

    [Fact]
    public void A_dose_is_told_with_sheet_row_and_column()
    {
        var finding = Read(Epilepsy.With("cards", "E3", "Give 10 mg at once.")).Findings[0];

        Assert.Equal(("cards", 3, "text::English (en)"), (finding.Sheet, finding.Row, finding.Column));
    }

    [Fact]
    public void A_card_of_120_words_is_taken_and_one_of_121_is_not()
    {
        string Words(int count) => string.Join(' ', Enumerable.Repeat("igicuri", count));

        Assert.NotNull(Read(Epilepsy.With("cards", "C2", Words(120))).Module);
        Assert.Contains(Read(Epilepsy.With("cards", "C2", Words(121))).Findings, finding => finding.Code == "card-long");
    }

    [Fact]
    public void An_option_without_explanation_is_refused()
    {
        var file = Epilepsy.With("options", "H2", "").With("options", "I2", "").With("options", "J2", "");

        Assert.Contains(Read(file).Findings, finding => finding is { Code: "explanation-missing", Sheet: "options", Row: 2 });
    }

    [Fact]
    public void A_missing_language_is_a_warning_and_falls_back()
    {
        var reading = Read(Epilepsy.With("cards", "D2", ""));

        Assert.Contains(reading.Findings, finding => finding is { Code: "language-missing", Column: "text::Français (fr)", Row: 2 });
        Assert.StartsWith("Epilepsy is", reading.Module!.Lessons[0].Cards[0].In(Language.Fr));
    }

    [Fact]
    public void A_form_is_no_module()
    {
        var reading = Read(ContentFile.Of("forms/guide-b.xlsx"));

        Assert.Contains(reading.Findings, finding => finding is { Code: "sheet-missing", Sheet: "lessons" });
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_refused_without_a_crash() =>
        Assert.Null(ModuleReading.Of([1, 2, 3], "broken.xlsx").Module);

    static ModuleReading Read(ContentFile file) => ModuleReading.Of(file.Bytes, file.Name);
}
