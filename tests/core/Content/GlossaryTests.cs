using System.Text.RegularExpressions;

namespace RbcBot.Tests.Core.Content;

public sealed partial class GlossaryTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(ContentFile.Root, "docs", "glossary.md"));
    static readonly string Core = Path.Combine(ContentFile.Root, "core");

    [Fact]
    public void Every_room_has_a_line() =>
        Assert.All(Rooms(), room => Assert.Contains(Lines, line => line.StartsWith($"| {room} | ", StringComparison.Ordinal)));

    [Fact]
    public void Every_type_it_names_stands_in_its_room() =>
        Assert.All(Lines.Select(line => Named().Match(line)).Where(match => match.Success && Rooms().Contains(match.Groups[1].Value)), match =>
            Assert.Contains(Directory.EnumerateFiles(Path.Combine(Core, match.Groups[1].Value), "*.cs", SearchOption.AllDirectories), file =>
                Regex.IsMatch(File.ReadAllText(file), $@"\b(record|record struct|class|interface|enum) {match.Groups[2].Value}\b")));

    static List<string> Rooms() =>
        [.. Directory.EnumerateDirectories(Core).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj"))];

    [GeneratedRegex(@"^\| (\w+) \| `(\w+)` \|")]
    private static partial Regex Named();
}
