using System.Security.Claims;
using System.Text;
using RbcBot.Admin.Rights;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rights;

public sealed class RightsTableTests
{
    const string Head = """
        # Who may do what

        What is not marked is denied, and so is every address that names no right. The table is made from `admin/Rights/RightsTable.cs` by a test (`UPDATE_APPROVED=1` writes it anew); why it is so stands in [decision 30](decisions/0030-rights-and-audit.md).

        """;

    const string Foot = """

        - Somebody with several roles may do what any of them may.
        - A coach has *SeePeople* and *SeeLessons* for her own trainees only; others are to her as if they were not there. Until coaches are paired with trainees she has none.
        - Who has *SeeAnswers* but not *KnowPeople* sees pseudonyms, and no answer that tells who somebody is; files go out in clear only to who has *ExportPeople*.
        - The committee has *SeeFiles* for files of applications only.
        - Who has *ErasePeople* but not *SeePeople* finds a person by the number that she was told, and sees that number, by which channels she writes and whether a wish stands: nothing else.
        - An administrator does not read what people wrote, does not vote, does not validate.
        """;

    [Fact]
    public void The_manual_shows_the_table() => Approved.Match(Markdown(), Path.Combine("docs", "rights.md"));

    [Fact]
    public void Every_right_has_somebody() =>
        Assert.All(Enum.GetValues<Right>(), right => Assert.Contains(Enum.GetValues<Role>(), role => RightsTable.Has(role, right)));

    [Fact]
    public void The_auditor_changes_nothing() => Assert.All(
        new[] { Right.RunRounds, Right.JoinPeople, Right.ErasePeople, Right.Select, Right.ReleaseLessons, Right.Resend, Right.Replay, Right.KeepAccounts, Right.ExportPeople, Right.TendAlerts, Right.KeepSafety }, right => Assert.False(RightsTable.Has(Role.Auditor, right)));

    [Fact]
    public void The_administrator_reads_no_answers_and_has_no_vote() => Assert.All(
        new[] { Right.SeeAnswers, Right.KnowPeople, Right.ExportAnswers, Right.ExportPeople, Right.SeeApplications, Right.SeeFiles, Right.SeePeople, Right.SeeAlerts, Right.Select }, right => Assert.False(RightsTable.Has(Role.Administrator, right)));

    [Fact]
    public void Only_the_committee_selects() =>
        Assert.Equal([Role.Committee], Enum.GetValues<Role>().Where(role => RightsTable.Has(role, Right.Select)));

    [Theory]
    [InlineData("0")]
    [InlineData("administrator")]
    [InlineData("Administrator,Auditor")]
    [InlineData("")]
    public void A_word_that_is_no_role_gives_no_right(string word) =>
        Assert.False(RightsTable.May(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, word)], "test")), Right.Enter));

    [Fact]
    public void Who_is_not_signed_in_has_no_right() =>
        Assert.False(RightsTable.May(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, nameof(Role.Administrator))])), Right.Enter));

    static string Markdown()
    {
        var (roles, text) = (Enum.GetValues<Role>(), new StringBuilder(Head).AppendLine());
        text.AppendLine($"| right | {string.Join(" | ", roles)} |").AppendLine($"| --- |{string.Concat(roles.Select(_ => " :-: |"))}");
        foreach (var right in Enum.GetValues<Right>())
            text.AppendLine($"| {right} | {string.Join(" | ", roles.Select(role => RightsTable.Has(role, right) ? "yes" : ""))} |");
        return text.AppendLine(Foot).ToString();
    }
}
