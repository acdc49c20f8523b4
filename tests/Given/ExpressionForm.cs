using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Given;

/// <summary>A half-filled form of some forty rows and a list of districts, to work expressions out over.</summary>
sealed class ExpressionForm
{
    static readonly DateTimeOffset now = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    static readonly (string Name, string Value)[] answers =
    [
        ("name", "Aline"), ("x", "yes"), ("n", "12"), ("none", ""), ("born", "1991-11-30"), ("visit", "2026-01-10T10:30:00.000+02:00"),
        ("m", "b c a"), ("phone", "0788123456"), ("place", "-1.95 30.06 1500 5"), ("flag", "false"), ("note", "a text of some length, as people write them"),
    ];

    readonly Dictionary<string, IReadOnlyList<Node>> named = [];

    public ExpressionForm()
    {
        foreach (var (name, value) in answers)
        {
            Add(Data, name, value);
        }
        var group = Data.Add(new("work"));
        for (var number = 1; number <= 20; number++)
        {
            Add(group, $"q{number}", $"{number}");
        }
        foreach (var (name, cases) in new[] { ("A", "5"), ("B", "12"), ("C", "") })
        {
            var staff = Data.Add(new("staff"));
            staff.Add(new Node("first") { Text = name });
            staff.Add(new Node("cases") { Text = cases });
        }
        named["cases"] = [.. Data.Children.Where(node => node.Name == "staff").Select(node => node.Child("cases")!)];
        named["staff"] = [.. Data.Children.Where(node => node.Name == "staff")];
        Context = new(Data, Data.Children[1], new Dictionary<string, Node> { ["districts"] = Districts() }, Resolve, new(now, now, Zone) { Seed = 42 }, (name, _) => name);
    }

    static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Africa/Kigali");

    public Node Data { get; } = new("data");

    public EvaluationContext Context { get; }

    IReadOnlyList<Node> Resolve(string name, Node viewer) => named.GetValueOrDefault(name, []);

    void Add(Node parent, string name, string value) => named[name] = [parent.Add(new(name) { Text = value })];

    static Node Districts()
    {
        var root = new Node("root");
        for (var number = 1; number <= 30; number++)
        {
            var item = root.Add(new("item"));
            item.Add(new Node("name") { Text = $"d{number}" });
            item.Add(new Node("label") { Text = $"District {number}" });
            item.Add(new Node("province") { Text = $"p{number % 5}" });
        }
        return root;
    }
}
