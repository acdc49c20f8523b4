using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Architecture;

public sealed partial class StyleTests
{
    /// <summary>Non-blank lines in one file: the wall of the style's rule 4.</summary>
    const int Wall = 200;

    static readonly string[] Folders = ["core", "bot", "admin", "tests"];

    [Fact]
    public void No_file_passes_the_wall()
    {
        var long_ = Folders.SelectMany(folder => House.Files(folder, "*.cs").Concat(House.Files(folder, "*.razor")))
            .Select(file => (File: Path.GetRelativePath(House.Root, file), Lines: File.ReadLines(file).Count(line => line.Trim().Length > 0)))
            .Where(file => file.Lines > Wall && !file.File.EndsWith("DistrictTable.cs", StringComparison.Ordinal));
        Assert.Empty(long_);
    }

    [Fact]
    public void No_type_is_named_by_a_word_that_says_nothing() =>
        Assert.DoesNotContain(Own(), type => Empty().IsMatch(type.Name));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var strangers = Folders.Except(["tests"]).SelectMany(folder => House.Files(folder, "*.cs"))
            .Select(file => (file, Path: Path.GetRelativePath(House.Root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')))
            .Where(file => File.ReadLines(file.file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
                && !string.Equals(line["namespace RbcBot.".Length..].TrimEnd(';'), file.Path, StringComparison.OrdinalIgnoreCase))
            .Select(file => file.file);
        Assert.Empty(strangers);
    }

    [Fact]
    public void In_core_only_ports_and_verbs_wait()
    {
        var waiting = House.Core.GetTypes().Where(type => !type.IsInterface && IsOwn(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.Name != "RunAsync")
            .Select(method => $"{method.DeclaringType}.{method.Name}");
        Assert.Empty(waiting);
    }

    [Fact]
    public void Classes_are_sealed()
    {
        var open = Own().Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !IsComponent(type) && type.Name != "_Imports").Select(type => type.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void Nothing_is_left_open_in_the_code()
    {
        var open = Folders.Except(["tests"]).SelectMany(folder => House.Files(folder, "*.cs").Concat(House.Files(folder, "*.razor")))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("TO" + "DO", StringComparison.Ordinal) || text.Contains("NotImplemented", StringComparison.Ordinal)));
        Assert.Empty(open);
    }

    [Fact]
    public void Every_room_of_core_is_mirrored_in_the_tests()
    {
        string[] contracts = ["Problems", "People", "Programme"];
        string[] flows = ["Interviews", "Applications", "Lessons", "Feedback"]; // proved by approved dialogues
        var missing = House.Order.SelectMany(group => group).Except(contracts).Except(flows)
            .Where(room => !Directory.Exists(Path.Combine(House.Root, "tests", "core", room)));
        Assert.Empty(missing);
    }

    static IEnumerable<Type> Own() => new[] { House.Core, House.Admin, House.Bot }.SelectMany(assembly => assembly.GetTypes()).Where(IsOwn);

    static bool IsOwn(Type type) =>
        type.Namespace?.StartsWith("RbcBot", StringComparison.Ordinal) == true
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal) && type.DeclaringType is null;

    static bool IsComponent(Type type) => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);

    [GeneratedRegex("(Helper|Manager|Utils?|Service|Services|Base|Impl|Dto|Processor|Data|Info)(`\\d)?$")]
    private static partial Regex Empty();
}
