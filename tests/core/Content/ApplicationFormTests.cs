using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class ApplicationFormTests
{
    const string Work = "sex=woman council=ncnm licence=N1 employer_type=public district=0204 setting=village birth_year=1985 module_first=epilepsy ";
    const string Nurse = Work + "profession=nurse facility_level=health_centre years_mental_health=2 years_post=3 cases_epilepsy_month=6 cases_child_month=4 "
        + "role_wanted=professional earlier_trainings=none hours_month=4 teaching_experience=some smartphone=own stays_six_months=yes endorsed_by=Umuyobozi endorsed_by_phone=0788123456";
    const string Coach = Work + "profession=mh_nurse facility_level=district_hospital years_mental_health=5 years_post=3 cases_epilepsy_month=6 cases_child_month=4 "
        + "role_wanted=coach earlier_trainings=none hours_month=4 teaching_experience=regular coach_covers=own smartphone=assigned stays_six_months=yes endorsed_by=Umuyobozi endorsed_by_phone=0788123456";

    static readonly GivenRun Form = GivenRun.Of("forms/application.xlsx");

    [Fact]
    public void A_nurse_who_meets_the_rules_is_eligible_as_professional_only()
    {
        var run = Form.Answered(Nurse);

        Assert.Equal(("yes", "no", ""), (run.Value("eligible_professional"), run.Value("eligible_coach"), run.Value("ineligible_reason")));
    }

    [Theory]
    [InlineData("years_post", "0", "experience")]
    [InlineData("stays_six_months", "no", "stays")]
    [InlineData("facility_level", "referral_hospital", "level")]
    [InlineData("profession", "school_counsellor", "profession")]
    [InlineData("earlier_trainings", "certified_epilepsy", "certified")]
    [InlineData("endorsed_by", "", "endorsement")]
    public void The_first_rule_a_professional_does_not_meet_is_told(string question, string answer, string reason) =>
        Assert.Equal(("no", reason), Decided(Form.Answered(Nurse).With(question, answer), "eligible_professional"));

    [Theory]
    [InlineData("employer_type", "private", "employer")]
    [InlineData("profession", "nurse", "profession")]
    [InlineData("years_mental_health", "2", "experience")]
    [InlineData("teaching_experience", "none", "teaching")]
    [InlineData("hours_month", "3", "hours")]
    [InlineData("smartphone", "shared", "smartphone")]
    [InlineData("coach_covers", "no", "district")]
    [InlineData("council", "none", "licence")]
    public void The_first_rule_a_coach_does_not_meet_is_told(string question, string answer, string reason) =>
        Assert.Equal(("no", reason), Decided(Form.Answered(Coach).With(question, answer), "eligible_coach"));

    [Fact]
    public void Somebody_who_cannot_coach_may_still_learn()
    {
        var run = Form.Answered(Coach).With("role_wanted", "both").With("facility_level", "health_centre").With("hours_month", "2");

        Assert.Equal(("yes", "no", ""), (run.Value("eligible_professional"), run.Value("eligible_coach"), run.Value("ineligible_reason")));
    }

    // 25*10/20 + (12+8) + (8+4) + 0 + (5*4/8+5) + 15
    [Fact]
    public void Merit_of_a_professional_adds_up_what_was_told() => Assert.Equal("67", Form.Answered(Nurse).Value("merit"));

    // 25*5/10 + 25 + 8 + 0 + 8 + 15
    [Fact]
    public void Merit_of_a_coach_adds_up_what_was_told() => Assert.Equal("68.5", Form.Answered(Coach).Value("merit"));

    [Fact]
    public void Merit_reaches_100_and_not_more()
    {
        var best = Form.Answered(Nurse).With("cases_epilepsy_month", "400").With("hours_month", "40").With("teaching_experience", "regular")
            .With("motivation", new string('a', 100)).With("one_case", new string('b', 100));

        Assert.Equal("100", best.Value("merit"));
    }

    [Fact]
    public void Merit_does_not_know_sex_or_place()
    {
        var run = Form.Answered(Nurse);

        Assert.Equal(run.Value("merit"), run.With("sex", "man").With("setting", "town").With("district", "0102").Value("merit"));
    }

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void Motivation_takes_150_words(int words, bool taken) =>
        Assert.Equal(taken, Form.Try("motivation", string.Join("  ", Enumerable.Repeat("iga", words))).Run is not null);

    [Theory]
    [InlineData("0788 123 456", true)]
    [InlineData("+250788123456", true)]
    [InlineData("ntayo", false)]
    public void A_phone_number_has_digits(string phone, bool taken) => Assert.Equal(taken, Form.Try("phone", phone).Run is not null);

    [Fact]
    public void The_first_module_is_not_offered_again() =>
        Assert.DoesNotContain(Form.With("module_first", "epilepsy").Step("module_second").Options, choice => choice.Name == "epilepsy");

    [Fact]
    public void The_name_is_required() => Assert.Equal(Refusal.Required, Form.Try("full_name", "").Refused);

    static (string, string) Decided(GivenRun run, string rule) => (run.Value(rule), run.Value("ineligible_reason"));
}
