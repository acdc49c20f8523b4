using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace RbcBot.Tests.Architecture;

public sealed class RoomOrderTests
{
    public static TheoryData<string> Rooms => [.. House.Order.SelectMany(group => group)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_before_it(string room)
    {
        var group = House.Order.ToList().FindIndex(rooms => rooms.Contains(room));
        var later = House.Order.Skip(group).SelectMany(rooms => rooms).Where(other => other != room).ToList();
        if (later.Count == 0)
            return;

        Assert.Empty(Broken(Types().That().ResideInNamespaceMatching(Room(room)).Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($"^RbcBot\\.Core\\.({string.Join('|', later)})(\\..*)?$"))
            .WithoutRequiringPositiveResults()));
    }

    [Fact]
    public void Every_room_is_on_the_map_and_open()
    {
        var open = Directory.GetDirectories(Path.Combine(House.Root, "core")).Select(folder => Path.GetFileName(folder)!)
            .Where(folder => folder is not ("bin" or "obj")).Order();
        Assert.Equal(House.Order.SelectMany(group => group).Order(), open);
    }

    [Theory]
    [InlineData("^LiteDB", "^RbcBot\\.(Core|Admin|Bot\\.(?!Storage)).*")]
    [InlineData("^Npgsql", "^RbcBot\\.(Core|Admin|Bot\\.(?!Storage)).*")]
    [InlineData("^Telegram\\.Bot", "^RbcBot\\.(Core|Admin|Bot\\.(?!Channels\\.Telegram)).*")]
    [InlineData("^Google\\.OrTools", "^RbcBot\\.(Core\\.(?!Selection)|Admin|Bot).*")]
    [InlineData("^MathNet", "^RbcBot\\.(Core\\.(?!Statistics)|Admin|Bot).*")]
    [InlineData("^OpenTelemetry", "^RbcBot\\.(Core|Admin|Bot\\.(?!Observing)).*")]
    [InlineData("^CsvHelper", "^RbcBot\\.(Core\\.(?!Forms)|Admin|Bot).*")]
    public void A_library_stays_in_its_room(string library, string others) =>
        Assert.Empty(Broken(Types().That().ResideInNamespaceMatching(others).Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(library))));

    [Fact]
    public void Admin_does_not_see_the_bot() =>
        Assert.DoesNotContain(House.Admin.GetReferencedAssemblies(), reference => reference.Name == "RbcBot.Bot");

    static string Room(string room) => $"^RbcBot\\.Core\\.{room}(\\..*)?$";

    static IEnumerable<string> Broken(IArchRule rule) =>
        rule.Evaluate(House.Architecture).Where(result => !result.Passed).Select(result => result.Description).Take(20);
}
