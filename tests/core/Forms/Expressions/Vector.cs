using System.Text.Json;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

/// <summary>One expression over a document, with the value that two independent engines agree on.</summary>
sealed record Vector(string Expression, VectorDocument Document, string ContextPath, string As, JsonElement Expected, string Tier, string Zone, long? Clock)
{
    static readonly DateTimeOffset anyTime = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    /// <summary>"" when the expression comes to what is expected, or fails where it must; else what went wrong.</summary>
    public string Miss()
    {
        var got = Outcome();
        if (Tier == "error")
        {
            return got.StartsWith("fails", StringComparison.Ordinal) ? "" : $"{Expression}: {got}, expected to fail";
        }
        return got.Length == 0 ? "" : $"{Expression} as {As} in {ContextPath}: {got}, expected {Expected}";
    }

    /// <summary>All vectors of a file in the format of the shared ones.</summary>
    public static IReadOnlyList<Vector> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var namespaces = NamespacesOf(file.RootElement).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
        var documents = file.RootElement.GetProperty("docs").EnumerateObject()
            .ToDictionary(document => document.Name, document => new VectorDocument(document.Value.GetString()!, namespaces));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => new Vector(
            vector.GetProperty("expr").GetString()!,
            documents[vector.GetProperty("doc").GetString()!],
            vector.GetProperty("context").GetString()!,
            vector.GetProperty("as").GetString()!,
            ExpectedOf(vector.GetProperty("expected")),
            vector.GetProperty("tier").GetString()!,
            vector.GetProperty("tz").GetString()!,
            vector.TryGetProperty("clock_ms", out var clock) ? clock.GetInt64() : null))];
    }

    static JsonElement NamespacesOf(JsonElement file) =>
        (file.TryGetProperty("meta", out var meta) ? meta : file).GetProperty("namespaces");

    /// <summary>The value itself, or the value beside its type.</summary>
    static JsonElement ExpectedOf(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("value", out var value) ? value.Clone() : expected.Clone();

    string Outcome()
    {
        var reading = RbcBot.Core.Forms.Expressions.Expression.Parse(Expression);
        try
        {
            return reading.Expression is { } read ? Got(read) : "fails: " + reading.Error!.Message;
        }
        catch (ExpressionException wrong)
        {
            return "fails: " + wrong.Message;
        }
    }

    string Got(Expression read)
    {
        var now = Clock is { } clock ? DateTimeOffset.FromUnixTimeMilliseconds(clock) : anyTime;
        var moment = new FormMoment(now, now, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        var context = Document.Context(ContextPath, moment);
        return As switch
        {
            "boolean" => Difference(read.AsBoolean(context), Expected.ValueKind == JsonValueKind.True),
            "number" => Number(read.AsNumber(context)),
            "nodeset" => Difference(
                string.Join(' ', read.AsNodes(context).Select(Document.PathOf)),
                string.Join(' ', Listed(Expected).Select(path => path.GetString()))),
            _ => Difference(read.AsString(context), Expected.GetString() ?? ""),
        };
    }

    static IEnumerable<JsonElement> Listed(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    static string Difference<T>(T got, T wanted) => Equals(got, wanted) ? "" : $"got {got}";

    string Number(double got)
    {
        var wanted = Expected.ValueKind == JsonValueKind.Number ? Expected.GetDouble() : double.Parse(Expected.GetString() ?? "NaN");
        return got.Equals(wanted) || Math.Abs(got - wanted) <= 1e-9 * Math.Max(1, Math.Abs(wanted)) ? "" : $"got {got}";
    }
}
