using System.Text.Json;
using RbcBot.Core.Forms;
using Xunit.Abstractions;

namespace RbcBot.Tests.Core.Forms;

public sealed class ScriptedRunTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("own01_training_application")]
    [InlineData("own03_quiz")]
    public void Interviews_go_as_an_independent_engine_recorded_them(string name)
    {
        var form = ScriptedRun.Read(Path.Combine(ScriptedRun.Vectors(), name + ".xlsx"));

        Assert.Empty(ScriptedRun.Misses(form, Path.Combine(ScriptedRun.Vectors(), name + ".runs.json")));
    }

    public static TheoryData<string, int?> Bad()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(ScriptedRun.Vectors(), "bad.json")));
        var data = new TheoryData<string, int?>();
        foreach (var bad in cases.RootElement.EnumerateArray())
        {
            data.Add(bad.GetProperty("form").GetString()!, bad.TryGetProperty("row", out var row) ? row.GetInt32() : null);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Broken_form_is_refused_at_its_row(string file, int? row)
    {
        var (form, findings) = FormReading.Of(File.ReadAllBytes(Path.Combine(ScriptedRun.Vectors(), "bad", file)), file);

        var refusal = Assert.Single(findings, finding => finding.Severity == Severity.Refusal);
        output.WriteLine(refusal.ToString());
        Assert.Null(form);
        Assert.Equal(row ?? refusal.Row, refusal.Row);
        Assert.NotEqual("", refusal.Sheet);
    }

    [Theory]
    [InlineData("px_choice_filter_test")]
    [InlineData("px_or_other")]
    [InlineData("lib_std2")]
    public void Public_form_goes_as_recorded(string name)
    {
        if (Fixture(name + ".xlsx") is { } file)
        {
            var runs = Path.Combine(Path.GetDirectoryName(file)!, "runs", name + ".json");

            Assert.Empty(ScriptedRun.Misses(ScriptedRun.Read(file), runs));
        }
    }

    /// <summary>The path of a public form beside the project; null, and said so, when there is none.</summary>
    string? Fixture(string name)
    {
        for (var folder = new DirectoryInfo(ScriptedRun.Vectors()); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "fixtures", "forms", name);
            if (File.Exists(file))
            {
                return file;
            }
        }
        output.WriteLine($"skipped: {name} is not there (looked for ../shared/fixtures/forms)");
        return null;
    }
}
