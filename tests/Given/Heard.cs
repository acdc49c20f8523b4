namespace RbcBot.Tests.Given;

/// <summary>How a question may sound: its whole label, or, when what it is about was just named, the rest behind the colon.</summary>
static class Heard
{
    /// <summary>The rest of a label behind its colon, with a capital; "" when it has no colon.</summary>
    public static string Rest(string label)
    {
        var rest = label[(label.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return rest.Length == 0 || rest.Length == label.Length ? "" : char.ToUpperInvariant(rest[0]) + rest[1..];
    }
}
