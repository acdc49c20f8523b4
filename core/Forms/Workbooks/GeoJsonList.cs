using System.Globalization;
using System.Text.Json;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Reads a .geojson list: each feature is a row of its properties, its id, and its geometry as places are written in forms.</summary>
static class GeoJsonList
{
    internal static AttachedList Read(string fileName, byte[] bytes)
    {
        ReadOnlyMemory<byte> text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            throw AttachedList.Refused("list-broken", fileName, null, "The file is no FeatureCollection with features. Export the places as GeoJSON from a map program.");
        }
        var rows = new ListRows(fileName);
        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            rows.Add(++number, Row(feature, fileName, number));
        }
        return rows.Rows.Count > 0 ? new(rows.Rows, []) : throw AttachedList.Refused("list-empty", fileName, null, "The file holds no feature.");
    }

    static List<KeyValuePair<string, string>> Row(JsonElement feature, string fileName, int number)
    {
        var pairs = new Dictionary<string, string>();
        if (Property(feature, "properties") is { ValueKind: JsonValueKind.Object } properties)
        {
            foreach (var property in properties.EnumerateObject().Where(property => property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            {
                pairs[property.Name] = CellText.Of(Value(property.Value));
                _ = pairs[property.Name].Length <= WorkbookCaps.TextLength && pairs.Count <= WorkbookCaps.Columns ? true : throw CellBudget.TextTooLong(fileName, number);
            }
        }
        if (Text(feature, "id") is { Length: > 0 } id)
        {
            pairs["id"] = id;
        }
        pairs["geometry"] = Property(feature, "geometry") is { } geometry ? Places(geometry)
            ?? throw AttachedList.Refused("list-geometry", fileName, number, "The feature's geometry is no Point, LineString or Polygon of longitudes and latitudes.") : "";
        return [.. pairs];
    }

    /// <summary>"latitude longitude 0 0", several of them with "; " between; null when the geometry is of another kind.</summary>
    static string? Places(JsonElement geometry) => (Text(geometry, "type"), Property(geometry, "coordinates")) switch
    {
        ("Point", { } point) => Place(point),
        ("LineString", { } line) => Line(line),
        ("Polygon", { ValueKind: JsonValueKind.Array } rings) when rings.GetArrayLength() > 0 => Line(rings[0]),
        _ => null,
    };

    static string? Line(JsonElement points)
    {
        string?[] places = points.ValueKind == JsonValueKind.Array ? [.. points.EnumerateArray().Select(Place)] : [null];
        return places.Contains(null) ? null : string.Join("; ", places);
    }

    static string? Place(JsonElement point) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2 && Degrees(point[1], 90) is { } latitude && Degrees(point[0], 180) is { } longitude
            ? $"{latitude} {longitude} 0 0" : null;

    static string? Degrees(JsonElement number, double most) =>
        number.ValueKind == JsonValueKind.Number && number.GetDouble() is var degrees && Math.Abs(degrees) <= most ? CellText.Number(degrees.ToString("R", CultureInfo.InvariantCulture)) : null;

    static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Numbers and yes or no as the file writes them, nothing for null.</summary>
    static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.ToString(),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    static string Text(JsonElement element, string name) => Property(element, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : "";
}
