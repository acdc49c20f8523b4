using System.Text.Json;

namespace RbcBot.Tests.Architecture;

/// <summary>What is restored, by the lock files, against what is known of old versions.</summary>
public sealed class MinimumVersionTests
{
    static readonly string[] Projects = ["core", "admin", "bot", "tests"];

    static readonly IReadOnlyList<(string Package, Version Least, string Why)> Minimums =
        [.. File.ReadLines(Path.Combine(House.Root, "tests", "Architecture", "minimum-versions.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(row => (row[0], Version.Parse(row[1]), row[2]))];

    [Fact]
    public void Nothing_is_restored_in_a_version_with_a_known_hole()
    {
        var restored = Projects.SelectMany(Restored).Distinct().ToList();
        Assert.True(restored.Count > 50, "The lock files were not read.");
        Assert.Empty(restored.SelectMany(one => Minimums.Where(least => IsBelow(one, least)).Select(least => $"{one.Package} {one.Version} is below {least.Least}: {least.Why}")));
    }

    [Fact]
    public void A_version_with_a_hole_would_be_seen() =>
        Assert.True(IsBelow(("newtonsoft.json", "12.0.3"), Minimums.Single(least => least.Package == "Newtonsoft.Json")) && !IsBelow(("Newtonsoft.Json", "13.0.1-beta.1"), Minimums.Single(least => least.Package == "Newtonsoft.Json")));

    [Fact]
    public void Every_version_is_one_version()
    {
        var floating = File.ReadLines(Path.Combine(House.Root, "Directory.Packages.props")).Where(line => line.Contains("Version=\"", StringComparison.Ordinal) && line.AsSpan().ContainsAny("*[,("));
        Assert.Empty(floating);
    }

    static bool IsBelow((string Package, string Version) one, (string Package, Version Least, string Why) least) =>
        string.Equals(one.Package, least.Package, StringComparison.OrdinalIgnoreCase) && Version.Parse(one.Version.Split('-', '+')[0]) < least.Least;

    static IEnumerable<(string Package, string Version)> Restored(string project)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(House.Root, project, "packages.lock.json")));
        foreach (var target in file.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (var package in target.Value.EnumerateObject())
                if (package.Value.TryGetProperty("resolved", out var version))
                    yield return (package.Name, version.GetString() ?? "");
    }
}
