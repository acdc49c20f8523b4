using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

/// <summary>A nurse's answers, with two people trained in a repeat, to work expressions out over.</summary>
sealed class SmallForm
{
    static readonly DateTimeOffset now = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    public SmallForm()
    {
        foreach (var (name, value) in new[] { ("name", "Aline"), ("years", "12"), ("none", ""), ("born", "1991-11-30"), ("topics", "anxiety trauma"), ("flag", "false") })
        {
            Data.Add(new Node(name) { Text = value });
        }
        foreach (var (name, cases) in new[] { ("Aline", "5"), ("Jean", "12") })
        {
            var person = Data.Add(new Node("person"));
            person.Add(new Node("first") { Text = name });
            person.Add(new Node("cases") { Text = cases });
        }
    }

    public Node Data { get; } = new("data");

    public Dictionary<string, Node> Instances { get; } = [];

    /// <summary>The node that the expression stands at; the root when nothing is said.</summary>
    public Node? At { get; set; }

    public string Text(string expression) => Read(expression).AsString(Context);

    public double Number(string expression) => Read(expression).AsNumber(Context);

    public bool Truth(string expression) => Read(expression).AsBoolean(Context);

    public string Stored(string expression) => Read(expression).AsStored(Context);

    public EvaluationContext Context => new(
        Data, At ?? Data, Instances, Named, new FormMoment(now, now, TimeZoneInfo.FindSystemTimeZoneById("Africa/Kigali")), (name, path) => $"label of {name} at {path}");

    public static Expression Read(string expression)
    {
        var reading = Expression.Parse(expression);
        Assert.Equal("", reading.Error?.Message ?? "");
        return reading.Expression!;
    }

    /// <summary>All nodes of the name within the viewer's person, else in the whole form.</summary>
    IReadOnlyList<Node> Named(string name, Node viewer)
    {
        var within = viewer.Parent?.Name == "person" ? viewer.Parent.Children.Where(node => node.Name == name) : [];
        return within.Any() ? [.. within] : [.. Data.Children.Concat(Data.Children.SelectMany(node => node.Children)).Where(node => node.Name == name)];
    }
}
