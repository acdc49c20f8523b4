namespace RbcBot.Core.Conversations;

/// <summary>Two questions about one thing, such as "Give first aid: how important …?" and "Give first aid: how well …?": the thing is named once.</summary>
static class PairedLabel
{
    /// <summary>Letters that labels must share before their colon, to be about one thing and not alike by chance.</summary>
    const int Shortest = 8;

    /// <summary>What of a label is left to say when the one before it has just been answered; the whole label when they do not belong together.</summary>
    public static string Rest(string before, string label)
    {
        var colon = label.IndexOf(':', StringComparison.Ordinal);
        if (colon < Shortest || !before.StartsWith(label[..(colon + 1)], StringComparison.Ordinal))
            return label;
        var rest = label[(colon + 1)..].Trim();
        return rest.Length == 0 || label.Contains('\n', StringComparison.Ordinal) ? label : string.Concat(rest[..1].ToUpperInvariant(), rest.AsSpan(1));
    }
}
