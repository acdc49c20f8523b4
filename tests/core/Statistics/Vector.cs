using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RbcBot.Tests.Core.Statistics;

/// <summary>A reference case that R computed: what went in, what came out, how close we have to be.</summary>
sealed record Vector(string Id, JsonElement Root)
{
    public JsonElement Input => Root.GetProperty("input");

    public JsonElement Expected => Root.GetProperty("expected");

    public static IReadOnlyList<Vector> Of(string family, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "vectors", $"{family}.json");
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()
            .Select(root => new Vector(root.GetProperty("id").GetString()!, root))];
    }

    public static TheoryData<string> Ids(string family) => [.. Of(family).Select(vector => vector.Id)];

    public static Vector Find(string family, string id) => Of(family).Single(vector => vector.Id == id);

    public static double?[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];

    public static (string, double?)[] ById(JsonElement list) => [.. Numbers(list).Select((value, place) => ($"P{place}", value))];

    public void Holds(string name, double? actual) => Holds(Expected, name, actual);

    /// <summary>Compares as the vectors ask: |a - b| at most tolerance times the larger of 1 and |b|.</summary>
    public void Holds(JsonElement expected, string name, double? actual)
    {
        var wanted = Number(expected.GetProperty(name));
        var slack = Root.GetProperty("tolerance").GetDouble() * Math.Max(1, Math.Abs(wanted ?? 0));
        Assert.True(
            wanted is null ? actual is null : actual is not null && Math.Abs(actual.Value - wanted.Value) <= slack,
            $"{Id} {name}: wanted {wanted:R}, got {actual:R}");
    }

    static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble(),
        _ => double.PositiveInfinity,
    };
}
