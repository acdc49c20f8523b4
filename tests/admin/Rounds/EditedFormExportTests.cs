using System.Text.Json;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

/// <summary>Results survive edits: sessions of several versions of a form are one table.</summary>
public sealed class EditedFormExportTests
{
    const string Ask = "/data/ask", Gone = "/data/gone";

    [Fact]
    public async Task Question_that_only_the_older_version_had_comes_last()
    {
        var lines = await Exported.LinesAsync(
            [Version("v2", Text(Ask)), Version("v1", Text(Gone), Text(Ask))], Session("v1", (Gone, "old"), (Ask, "one")), Session("v2", (Ask, "two")));
        Assert.Equal(["form_version,ask,gone", "v1,one,old", "v2,two,"], Tails(lines, 3));
    }

    [Fact]
    public async Task Choice_that_only_the_older_version_had_keeps_its_column()
    {
        var lines = await Exported.LinesAsync(
            [Version("v2", Several("b", "c")), Version("v1", Several("a", "b"))], Session("v1", (Ask, "a b")), Session("v2", (Ask, "c")));
        Assert.Equal(["ask,ask/b,ask/c,ask/a", "a b,1,0,1", "c,0,1,0"], Tails(lines, 4));
    }

    [Fact]
    public async Task Question_whose_type_changed_has_a_column_for_each()
    {
        var lines = await Exported.LinesAsync(
            [Version("v2", Number()), Version("v1", Text(Ask))], Session("v1", (Ask, "seven")), Session("v2", (Ask, "7")));
        Assert.Equal(["ask,ask (text)", ",seven", "7,"], Tails(lines, 2));
    }

    [Fact]
    public async Task Whole_number_that_became_a_range_stays_one_column()
    {
        var lines = await Exported.LinesAsync(
            [Version("v2", HouseholdForm.Question(Ask, QuestionType.Range, "Ask")), Version("v1", Number())], Session("v1", (Ask, "3")), Session("v2", (Ask, "7")));
        Assert.Equal(["v1,3", "v2,7"], Tails(lines, 2).Skip(1));
    }

    [Fact]
    public async Task Session_whose_form_is_lost_is_in_the_newest_columns()
    {
        var lines = await Exported.LinesAsync([Version("v2", Number()), Version("v1", Text(Ask))], Session("v1", (Ask, "seven")), Session("v0", (Ask, "5")));
        Assert.Equal("5,", Tails(lines, 2)[2]);
    }

    [Fact]
    public async Task Group_that_became_a_repeat_keeps_the_older_answers_among_the_sessions()
    {
        const string Age = "/data/child/age";
        var older = HouseholdForm.Question(Age, QuestionType.Integer, "Age");
        var zip = await Exported.BytesAsync(ExportFormat.Csv,
            [Version("v2", older with { Repeats = ["/data/child"] }), Version("v1", older)], [Session("v1", (Age, "4")), Session("v2", ("/data/child[1]/age", "6"))]);
        var tables = Exported.Entries(zip);
        Assert.Contains("v1,4,uuid:", tables["edited.csv"], StringComparison.Ordinal);
        Assert.Contains("\r\n6,uuid:", tables["edited-child.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_that_came_around_another_loses_no_older_row()
    {
        var inner = HouseholdForm.Question("/data/home/child/age", QuestionType.Integer, "Age");
        using var json = JsonDocument.Parse(await Exported.BytesAsync(ExportFormat.Json,
            [Version("v2", inner with { Repeats = ["/data/home", "/data/home/child"] }), Version("v1", inner with { Repeats = ["/data/home/child"] })],
            [Session("v1", ("/data/home/child[1]/age", "4")), Session("v2", ("/data/home[1]/child[1]/age", "6"))]));
        Assert.Equal(4, json.RootElement[0].GetProperty("home/child")[0].GetProperty("home/child/age").GetInt32());
        Assert.Equal(6, json.RootElement[1].GetProperty("home")[0].GetProperty("home/child")[0].GetProperty("home/child/age").GetInt32());
    }

    static string[] Tails(string[] lines, int cells) =>
        [.. lines.Where(line => line.Length > 0).Select(line => string.Join(',', line.Split(',')[^cells..]))];

    static Question Text(string path) => HouseholdForm.Question(path, QuestionType.Text, "Ask");

    static Question Number() => HouseholdForm.Question(Ask, QuestionType.Integer, "Ask");

    static Question Several(params string[] choices) => HouseholdForm.Question(Ask, QuestionType.SelectMultiple, "Ask", choices);

    static Form Version(string version, params Question[] questions) => HouseholdForm.Of(version, questions);

    static Session Session(string version, params (string, string)[] answers) =>
        ConsoleForm.Session("of-" + version, isSubmitted: true, answers) with { FormVersion = version };
}
