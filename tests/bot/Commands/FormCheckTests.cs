using System.Text.Json;
using RbcBot.Bot.Commands;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Bot.Commands;

public sealed class FormCheckTests
{
    static readonly Finding Found = new(Severity.Warning, "default-unknown", "survey", 3, "default", null, "The list has no choice yess.");

    [Fact]
    public void Line_ends_with_what_could_stand_there_instead() => Assert.Equal(
        "warning: sheet survey, row 3, column default: The list has no choice yess. Proposal: yes [default-unknown]",
        FormCheck.Line(Found with { Proposal = "yes" }));

    [Fact]
    public void Line_without_a_proposal_says_none() => Assert.Equal(
        "warning: sheet survey, row 3, column default: The list has no choice yess. [default-unknown]", FormCheck.Line(Found));

    [Fact]
    public void Other_programs_read_the_proposal()
    {
        var json = JsonSerializer.Deserialize<JsonElement>(FormCheck.AsJson(new(null, [Found with { Proposal = "yes" }])));

        Assert.Equal("yes", json.GetProperty("findings")[0].GetProperty("proposal").GetString());
    }
}
