namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of chosen options.</summary>
static class SelectFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Truth("selected", 2, 2, call => IsWord(call.Text(0), call.Text(1).AsSpan().Trim())),
        Function.Text("selected-at", 2, 2, At),
        Function.Number("count-selected", 1, 1, call => StringFunctions.Words(call.Text(0)).Length),
        Function.Text("jr:choice-name", 2, 2, ChoiceName),
        Function.Text("jr:itext", 1, 1, call => call.Context.Itext?.Invoke(call.Text(0)) ?? ""),
    ];

    /// <summary>The name inside a text that is nothing but ${name}; null when it is something else.</summary>
    public static string? NameIn(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("${", StringComparison.Ordinal) && trimmed.EndsWith('}') ? trimmed[2..^1].Trim() : null;
    }

    /// <summary>Whether the word is one of those that spaces part; no word is in a text without words.</summary>
    static bool IsWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && !StringFunctions.IsSpace(text[at]))
            {
                at++;
            }
            if (at > from && text[from..at].SequenceEqual(word))
            {
                return true;
            }
        }
        return word.Length == 0 && text.IsWhiteSpace();
    }

    /// <summary>Counts from 0.</summary>
    static string At(Call call)
    {
        var words = StringFunctions.Words(call.Text(0));
        var index = Math.Truncate(call.Number(1));
        return index >= 0 && index < words.Length ? words[(int)index] : "";
    }

    /// <summary>The second argument names the question by its path or, as authors write it, by a text '${name}'.</summary>
    static string ChoiceName(Call call)
    {
        var path = call.Text(1);
        if (NameIn(path) is { } name)
        {
            path = call.Context.Resolve(name, call.Focus.Viewer) is [var node, ..] ? node.Path : name;
        }
        return call.Context.ChoiceName?.Invoke(call.Text(0), path) ?? "";
    }
}
