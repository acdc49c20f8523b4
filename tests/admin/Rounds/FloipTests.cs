using System.Text.Json;
using System.Text.RegularExpressions;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

/// <summary>The rules of the Flow Results specification 1.0.0-rc1, held to packages of ours.</summary>
public sealed partial class FloipTests
{
    [Fact]
    public async Task Descriptor_has_what_the_specification_requires()
    {
        var (descriptor, _) = await PackageAsync(HouseholdForm.Visit());
        Assert.Equal(("flow-results-package", "1.0.0-rc1"), (descriptor.GetProperty("profile").GetString(), descriptor.GetProperty("flow_results_specification_version").GetString()));
        Assert.Matches(UuidOfVersion4(), descriptor.GetProperty("id").GetString());
        Assert.Matches(NameOfPackage(), descriptor.GetProperty("name").GetString());
        Assert.All(["created", "modified"], key => Assert.Matches(MomentWithOffset(), descriptor.GetProperty(key).GetString()));
        Assert.Equal("responses.json", Assert.Single(descriptor.GetProperty("resources").EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task Fields_are_the_seven_columns() => Assert.Equal(
        ["timestamp datetime", "row_id string", "contact_id string", "session_id string", "question_id string", "response any", "response_metadata object"],
        Schema((await PackageAsync()).Descriptor).GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("name").GetString()} {field.GetProperty("type").GetString()}"));

    [Fact]
    public async Task Rows_keep_the_rules()
    {
        var (descriptor, rows) = await PackageAsync(HouseholdForm.Visit("p1"), HouseholdForm.Visit("p2"));
        Assert.Equal(2 * 21, rows.Count);
        Assert.All(rows, row => Assert.Equal(7, row.GetArrayLength()));
        Assert.All(rows, row => Assert.Matches(MomentWithOffset(), row[0].GetString()));
        Assert.Equal(rows.Count, rows.Select(row => row[1].ToString()).Distinct().Count());
        Assert.Equal(["p1", "p2"], rows.Select(row => row[2].GetString()).Distinct());
        Assert.All(rows, row => Assert.True(Fits(Schema(descriptor).GetProperty("questions").GetProperty(row[4].GetString() ?? ""), row[5]), row.ToString()));
    }

    [Theory]
    [InlineData("visit/place", "geo_point", "[-1.95,30.06,1500,5]")]
    [InlineData("visit/at", "datetime", "\"2026-11-02T09:30:00+02:00\"")]
    [InlineData("visit/hour", "time", "\"14:30:00\"")]
    [InlineData("visit/effort", "numeric", "7")]
    [InlineData("visit/order", "select_many", "[\"school\",\"water\"]")]
    [InlineData("visit/photo", "image", "\"house.jpg\"")]
    [InlineData("village", "text", "\"Nyamirambo\"")]
    public async Task Response_has_the_format_of_its_type(string question, string type, string response)
    {
        var (descriptor, rows) = await PackageAsync(HouseholdForm.Visit());
        Assert.Equal(type, Schema(descriptor).GetProperty("questions").GetProperty(question).GetProperty("type").GetString());
        Assert.Equal(response, rows.First(row => row[4].GetString() == question)[5].GetRawText());
    }

    [Fact]
    public async Task Answers_in_a_repeat_share_a_question_and_tell_their_instance()
    {
        var (_, rows) = await PackageAsync(HouseholdForm.Visit());
        var ages = rows.Where(row => row[4].GetString() == "household/child/age").ToList();
        Assert.Equal("[2,10]", ages[^1][6].GetProperty("repeat_instances").GetRawText());
        Assert.Equal("p1-1/household[2]/child[10]/household/child/age", ages[^1][1].GetString());
    }

    [Fact]
    public async Task Choice_that_only_an_older_form_had_is_still_one_of_the_choices()
    {
        var (descriptor, rows) = await PackageAsync(HouseholdForm.Session("p1", ("/data/visit/order", "roads water")));
        Assert.True(Fits(Schema(descriptor).GetProperty("questions").GetProperty("visit/order"), Assert.Single(rows)[5]));
    }

    [Fact]
    public async Task Answer_that_is_no_number_is_text_under_a_question_of_its_own()
    {
        var (descriptor, rows) = await PackageAsync(HouseholdForm.Session("p1", ("/data/visit/effort", "very hard")));
        Assert.Equal(("visit/effort (text)", "very hard"), (rows[0][4].GetString(), rows[0][5].GetString()));
        Assert.Equal("text", Schema(descriptor).GetProperty("questions").GetProperty("visit/effort (text)").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Skipped_question_has_no_row() => Assert.Empty((await PackageAsync(HouseholdForm.Session("p1", (HouseholdForm.Village, "")))).Rows);

    [Fact]
    public async Task Package_has_the_same_id_whenever_it_is_made() => Assert.Equal(
        (await PackageAsync()).Descriptor.GetProperty("id").GetString(), (await PackageAsync(HouseholdForm.Visit())).Descriptor.GetProperty("id").GetString());

    static bool Fits(JsonElement question, JsonElement response)
    {
        List<string?> Choices() => [.. question.GetProperty("type_options").GetProperty("choices").EnumerateArray().Select(choice => choice.GetString())];
        return question.GetProperty("type").GetString() switch
        {
            "numeric" => response.ValueKind == JsonValueKind.Number,
            "select_one" => Choices().Contains(response.GetString()),
            "select_many" => response.EnumerateArray().All(one => Choices().Contains(one.GetString())),
            "geo_point" => response.GetArrayLength() is >= 2 and <= 4 && response.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number),
            "datetime" => MomentWithOffset().IsMatch(response.GetString() ?? ""),
            "date" => DateOnly.TryParseExact(response.GetString(), "yyyy-MM-dd", out _),
            "time" => TimeOnly.TryParseExact(response.GetString(), "HH:mm:ss", out _),
            "text" or "image" or "audio" or "video" => response.ValueKind == JsonValueKind.String,
            _ => false,
        };
    }

    static JsonElement Schema(JsonElement descriptor) => descriptor.GetProperty("resources")[0].GetProperty("schema");

    static async Task<(JsonElement Descriptor, IReadOnlyList<JsonElement> Rows)> PackageAsync(params Session[] sessions)
    {
        var entries = Exported.Entries(await Exported.BytesAsync(ExportFormat.Floip, [HouseholdForm.Form], sessions));
        Assert.Equal(["responses.json", "datapackage.json"], entries.Keys);
        return (JsonDocument.Parse(entries["datapackage.json"]).RootElement, [.. JsonDocument.Parse(entries["responses.json"]).RootElement.EnumerateArray()]);
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex UuidOfVersion4();

    [GeneratedRegex(@"^[a-z0-9._-]+$")]
    private static partial Regex NameOfPackage();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d$")]
    private static partial Regex MomentWithOffset();
}
