using System.Text.RegularExpressions;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Reports;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;
using RbcBot.Tests.Core.Evaluation;

namespace RbcBot.Tests.Core.Reports;

public sealed class FinalReportTests
{
    static readonly Lazy<Snapshot> Full = new(Snapshot);

    [Theory, InlineData(Language.Rw), InlineData(Language.Fr), InlineData(Language.En)]
    public void Every_language_has_the_same_sections_and_facts(Language language)
    {
        var english = FinalReport.Of(Full.Value, Language.En);
        var report = FinalReport.Of(Full.Value, language);
        Assert.Equal(english.Sections.Select(section => section.Id), report.Sections.Select(section => section.Id));
        Assert.Equal(english.Facts.Where(fact => !fact.Id.StartsWith("people.", StringComparison.Ordinal)), report.Facts.Where(fact => !fact.Id.StartsWith("people.", StringComparison.Ordinal)));
    }

    [Theory, InlineData(Language.Rw), InlineData(Language.Fr), InlineData(Language.En)]
    public void No_slot_stays_open_and_no_NaN_is_written(Language language) =>
        Assert.DoesNotMatch(new Regex(@"\{\w+\}|NaN|∞"), string.Join('\n', Texts(FinalReport.Of(Full.Value, language))));

    [Fact]
    public void Learning_is_told_on_the_same_people_with_an_interval() => Assert.Contains(Texts(FinalReport.Of(Full.Value, Language.En)), text =>
        text == "Epilepsy, after the training: of the 8 people who took both tests, 7 scored higher. The mean went from 9.5 to 13.0 of 20, a difference of 3.5 points (95% interval 1.7 to 5.3).");

    [Fact]
    public void French_writes_numbers_with_a_comma() =>
        Assert.Contains(Texts(FinalReport.Of(Full.Value, Language.Fr)), text => text.Contains("de 9,5 à 13,0 sur 20", StringComparison.Ordinal));

    [Fact]
    public void Every_fact_that_a_sentence_names_is_registered()
    {
        var report = FinalReport.Of(Full.Value, Language.En);
        var named = report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Paragraph?.FactIds ?? []);
        Assert.Empty(named.Except(report.Facts.Select(fact => fact.Id)));
    }

    [Fact]
    public void The_hash_follows_the_data_and_not_the_moment()
    {
        var later = Full.Value with { At = Full.Value.At.AddDays(1) };
        var other = Full.Value with { Sessions = [.. Full.Value.Sessions.Skip(1)] };
        Assert.Equal((true, false), (Full.Value.Hash() == later.Hash(), Full.Value.Hash() == other.Hash()));
    }

    [Fact]
    public void Each_recommendation_names_its_fact_and_waits_for_a_person()
    {
        var drafts = FinalReport.Of(Full.Value, Language.En).Sections.Single(section => section.Id == "recommendations").Blocks;
        Assert.NotEmpty(drafts);
        Assert.All(drafts, block => Assert.Equal((ParagraphKind.ToApprove, 1), (block.Paragraph!.Kind, block.Paragraph.FactIds.Count)));
    }

    [Fact]
    public void A_programme_without_any_data_still_has_its_report()
    {
        var nothing = new Snapshot(Invented.Day, [], Full.Value.Forms, [], [], [], []);
        Assert.Equal(10, FinalReport.Of(nothing, Language.Fr).Sections.Count);
    }

    [Fact]
    public void Two_men_among_thirty_are_not_shown()
    {
        var sexes = FinalReport.Of(Full.Value, Language.En).Sections.Single(section => section.Id == "people").Blocks.First(block => block.Table is not null).Table!;
        Assert.All(sexes.Rows, row => Assert.Equal("few", row[1]));
    }

    static IEnumerable<string> Texts(Report report) => report.Sections.SelectMany(section => section.Blocks).SelectMany(block =>
        (string[])[block.Paragraph?.Text ?? "", .. block.Table?.Rows.SelectMany(row => row) ?? [], block.Figure?.Slopes?.Alt ?? "", block.Figure?.Gaps?.Alt ?? "", block.Figure?.Diverging?.Alt ?? ""]);

    static Snapshot Snapshot()
    {
        var (test, feedback, guide) = (Invented.Test(20), Invented.Feedback, Invented.Guide);
        int[] before = [8, 9, 10, 12, 7, 11, 9, 10], rise = [4, 5, 3, 0, 7, 2, 5, 2];
        return new Snapshot(
            Invented.Day.AddMonths(6),
            [Invented.Round("PRE", RoundKind.Test, test, "pre"), Invented.Round("POST", RoundKind.Test, test, "post"),
                Invented.Round("FB", RoundKind.Feedback, feedback), Invented.Round("B", RoundKind.Interview, guide)],
            new Dictionary<string, RbcBot.Core.Forms.Form> { [test.Version] = test, [feedback.Version] = feedback, [guide.Version] = guide },
            [
                .. before.Select((points, place) => Invented.Tested($"p{place}", "PRE", test, points)),
                .. before.Select((points, place) => Invented.Tested($"p{place}", "POST", test, points + rise[place])),
                .. before.Select((_, place) => Invented.Submitted($"p{place}", "feedback", "FB", feedback, ("f1", "5"), ("f2", place < 5 ? "2" : "4"))),
                .. before.Select((_, place) => Invented.Submitted($"p{place}", "interview", "B", guide, ("e1_imp", "5"), ("e1_abl", $"{1 + (place % 3)}"))),
                Invented.Begun("p0", "lesson", "EPI-01") with { Submitted = Invented.Day },
            ],
            [Run()],
            [.. before.Select((_, place) => new Enrolment(new PersonId($"p{place}"), "epilepsy", Seat.Trainee, Invented.Day))],
            [Invented.Epilepsy]);
    }

    static SelectionRun Run()
    {
        Applicant[] people = [.. Enumerable.Range(0, 30).Select(place => new Applicant(new PersonId($"p{place}"), $"p{place}", place < 2 ? Sex.Man : Sex.Woman,
            "0201", "Nyanza", "South", Setting.Rural, "", "nurse", 50, ["epilepsy"], false, true, ""))];
        var rules = SelectionRules.Of(["epilepsy"], []) with { Programmes = [new ProgrammeSeats("epilepsy", 8, 0)], WomenCeiling = 1, DistrictCap = 30 };
        return new SelectionRun("s1", Invented.Day, "Aline", rules, people, ChoosePanel.Of(people, rules, CancellationToken.None), Invented.Day, "Aline");
    }
}
