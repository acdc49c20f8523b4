using System.Text.RegularExpressions;

namespace RbcBot.Tests.Architecture;

/// <summary>No page reads a table whole: ports that give everything are for exports and for figures that are worked out aside.</summary>
public sealed partial class WholeTableTests
{
    /// <summary>Who may, and what of: exports, actions that somebody waits for, and small lists that are bounded by what a programme is.</summary>
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["admin/Rounds/Exports/ExportRound.cs"] = ["records.LinesAsync"],
        ["admin/Report/ReportReading.cs"] = ["Selections.ListAsync", "Enrolments.ListAsync"],
        ["admin/Lessons/LessonPages.cs"] = ["enrolments.ListAsync"],
    };

    [Fact]
    public void No_page_calls_a_port_that_gives_a_whole_table()
    {
        var calls = Directory.EnumerateFiles(Path.Combine(House.Root, "admin"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(House.Root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Whole().Matches(file.Text).Select(call => (file.Name, Call: call.Value)))
            .ToList();
        Assert.Equal(
            Allowed.SelectMany(file => file.Value.Select(call => (file.Key, call))).Order(),
            calls.Distinct().Order());
    }

    [GeneratedRegex(@"\b(records\.(SessionsAsync|SessionsOfFlowAsync|LinesAsync|CountsAsync|ConversationsAsync|FactsAsync)|(?i:selections|enrolments|aside)\.ListAsync)\b")]
    private static partial Regex Whole();
}
