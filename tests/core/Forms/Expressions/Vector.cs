using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

/// <summary>One expression over a document, with the value that two independent engines agree on.</summary>
sealed record Vector(string Expression, XDocument Document, string ContextPath, string As, JsonElement Expected, string Tier, string Zone, long? Clock)
{
    static readonly DateTimeOffset anyTime = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    readonly Dictionary<Node, string> paths = [];

    /// <summary>"" when the expression comes to what is expected, else what went wrong.</summary>
    public string Miss()
    {
        var got = Outcome();
        return got.Length == 0 ? "" : $"{Expression} as {As} in {ContextPath}: {got}, expected {Expected}";
    }

    public bool Fails() => Outcome().StartsWith("fails", StringComparison.Ordinal);

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

    public static IReadOnlyList<Vector> All()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "xpath.json")));
        var documents = file.RootElement.GetProperty("docs").EnumerateObject()
            .ToDictionary(document => document.Name, document => XDocument.Parse(document.Value.GetString()!));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => new Vector(
            vector.GetProperty("expr").GetString()!,
            documents[vector.GetProperty("doc").GetString()!],
            vector.GetProperty("context").GetString()!,
            vector.GetProperty("as").GetString()!,
            vector.GetProperty("expected").Clone(),
            vector.GetProperty("tier").GetString()!,
            vector.GetProperty("tz").GetString()!,
            vector.TryGetProperty("clock_ms", out var clock) ? clock.GetInt64() : null))];
    }

    string Got(Expression read)
    {
        paths.Clear();
        var document = new Node("");
        paths[document] = "/";
        document.Add(Tree(Document.Root!, "/*[1]"));
        var now = Clock is { } clock ? DateTimeOffset.FromUnixTimeMilliseconds(clock) : anyTime;
        var moment = new FormMoment(now, now, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        var context = new EvaluationContext(document, paths.First(path => path.Value == ContextPath).Key, new Dictionary<string, Node>(), (_, _) => [], moment, null);
        return As switch
        {
            "boolean" => Difference(read.AsBoolean(context), Expected.ValueKind == JsonValueKind.True),
            "number" => Number(read.AsNumber(context)),
            "nodeset" => Difference(
                string.Join(' ', read.AsNodes(context).Select(node => paths[node])),
                string.Join(' ', Expected.EnumerateArray().Select(path => path.GetString()))),
            _ => Difference(read.AsString(context), Expected.GetString() ?? ""),
        };
    }

    static string Difference<T>(T got, T wanted) => Equals(got, wanted) ? "" : $"got {got}";

    string Number(double got)
    {
        var wanted = Expected.ValueKind == JsonValueKind.Number ? Expected.GetDouble() : double.Parse(Expected.GetString()!);
        return got.Equals(wanted) || Math.Abs(got - wanted) <= 1e-9 * Math.Max(1, Math.Abs(wanted)) ? "" : $"got {got}";
    }

    Node Tree(XElement element, string path)
    {
        var node = new Node(element.Name.LocalName);
        paths[node] = path;
        foreach (var attribute in element.Attributes())
        {
            paths[node.AddAttribute(attribute.Name.LocalName, attribute.Value)] = $"{path}/@{attribute.Name.LocalName}";
        }
        foreach (var (child, index) in element.Elements().Select((child, index) => (child, index)))
        {
            node.Add(Tree(child, $"{path}/*[{index + 1}]"));
        }
        node.Text = element.HasElements ? "" : element.Value;
        return node;
    }

    static string Here([CallerFilePath] string path = "") => path;
}
