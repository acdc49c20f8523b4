using RbcBot.Core.Evaluation;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Evaluation;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData(14, true)]
    [InlineData(13, false)]
    public void Fourteen_of_twenty_pass(int right, bool passed)
    {
        var form = Invented.Test(20);
        Assert.Equal(passed, TestScore.Of(Invented.Tested("p", "T", form, right), form).Passed);
    }

    [Fact]
    public void Not_knowing_scores_nothing_and_is_counted()
    {
        var form = Invented.Test(4);
        var score = TestScore.Of(Invented.Tested("p", "T", form, 3), form);
        Assert.Equal((3, 4, 1), (score.Points, score.Items, score.DontKnow));
    }

    [Fact]
    public void A_missed_critical_item_is_not_safe_however_high_the_score()
    {
        var form = Invented.Test(20);
        var score = TestScore.Of(Invented.Tested("p", "T", form, 19), form);
        Assert.Equal((true, false, "t1"), (score.Passed, score.IsSafe, Assert.Single(score.MissedCritical)));
    }

    [Fact]
    public void Before_and_after_compare_the_same_people_only()
    {
        var form = Invented.Test(20);
        var found = Assert.Single(PrePost.Of("epilepsy", Results(form, [("a", 8), ("b", 10), ("left", 2)], [("a", 12), ("b", 11), ("late", 20)])));
        Assert.Equal((2, 2.5, 1, 1), (found.Test.Pairs, found.Test.MeanDifference, found.Test.OnlyBefore, found.Test.OnlyAfter));
    }

    [Fact]
    public void Tests_of_different_length_are_not_compared()
    {
        var found = PrePost.Of("epilepsy", "pre", [Score("a", 5, 20)], "post", [Score("a", 5, 10)]);
        Assert.Equal(Reasons.DifferentItems, found.Test.Verdict.Reason);
    }

    [Fact]
    public void The_last_submission_of_a_person_counts()
    {
        var form = Invented.Test(20);
        var again = Invented.Tested("a", "T", form, 15) with { Id = "again", Submitted = Invented.Day.AddDays(1) };
        var result = TestResult.Of(Invented.Round("T", RoundKind.Test, form, "pre"), [Invented.Tested("a", "T", form, 3), again], Forms(form));
        Assert.Equal(15, Assert.Single(result.Scores).Points);
    }

    [Fact]
    public void Does_not_apply_is_no_answer_and_free_texts_are_only_counted()
    {
        var form = Invented.Feedback;
        var sessions = Enumerable.Range(0, 6).Select(place => Invented.Submitted($"p{place}", "feedback", "F", form,
            ("f1", place == 0 ? "na" : "4"), ("f2", "2"), ("open", place == 1 ? "shorter" : "")));
        var found = FeedbackItems.Of([.. sessions], form);
        Assert.Equal((5, 1, 1), (found.Items[0].Answers.Valid, found.Items[0].Answers.Verdict.Dropped, found.OpenTexts));
    }

    [Fact]
    public void Feedback_of_four_people_is_withheld() =>
        Assert.Equal(Standing.Suppressed, FeedbackItems.Of([.. Enumerable.Range(0, 4).Select(place =>
            Invented.Submitted($"p{place}", "feedback", "F", Invented.Feedback, ("f1", "4")))], Invented.Feedback).Verdict.Standing);

    [Fact]
    public void A_lesson_counts_offered_begun_and_completed()
    {
        Enrolment[] enrolled = [.. Enumerable.Range(0, 4).Select(place => new Enrolment(new PersonId($"p{place}"), "epilepsy", Seat.Trainee, Invented.Day))];
        var done = Invented.Begun("p0", "lesson", "EPI-01") with { Submitted = Invented.Day };
        var found = LessonProgress.Of([Invented.Epilepsy], enrolled, [done, Invented.Begun("p1", "lesson", "EPI-01")])[0];
        Assert.Equal((4, 2, 1), (found.Offered, found.Begun, found.Completed.Successes));
    }

    [Fact]
    public void Who_began_twice_counts_once()
    {
        var round = Invented.Round("F", RoundKind.Feedback, Invented.Feedback);
        var found = FlowCounts.Of(round, [Invented.Begun("a", "feedback", "F"), Invented.Begun("a", "feedback", "f"), Invented.Submitted("b", "feedback", "F", Invented.Feedback)], null);
        Assert.Equal((2, 1), (found.Begun, found.Submitted.Successes));
    }

    static TestResult[] Results(RbcBot.Core.Forms.Form form, (string Person, int Right)[] before, (string Person, int Right)[] after) =>
    [
        TestResult.Of(Invented.Round("PRE", RoundKind.Test, form, "pre"), [.. before.Select(one => Invented.Tested(one.Person, "PRE", form, one.Right))], Forms(form)),
        TestResult.Of(Invented.Round("POST", RoundKind.Test, form, "post"), [.. after.Select(one => Invented.Tested(one.Person, "POST", form, one.Right))], Forms(form)),
    ];

    static Dictionary<string, RbcBot.Core.Forms.Form> Forms(RbcBot.Core.Forms.Form form) => new() { [form.Version] = form };

    static TestScore Score(string person, int points, int items) => new(new PersonId(person), points, items, 0, [], []);
}
