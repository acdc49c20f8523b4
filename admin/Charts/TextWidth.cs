namespace RbcBot.Admin.Charts;

/// <summary>How wide a text will be, guessed from its letters on the generous side, so that labels do not overlap in any of the usual fonts.</summary>
static class TextWidth
{
    public const double FontSize = 13, LineHeight = 16;

    public static double Of(string text) => text.Sum(Ems) * FontSize;

    /// <summary>The text in lines no wider than asked; a word that is wider stands alone, the last line of the most ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, int most = 3)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && Of(lines[^1] + " " + word) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(Cut(word, width));
        if (lines.Count <= most)
            return lines;
        lines[most - 1] = Cut(lines[most - 1] + " …", width);
        return lines[..most];
    }

    static string Cut(string text, double width)
    {
        if (Of(text) <= width)
            return text;
        var kept = text.Length;
        while (kept > 1 && Of(text[..kept] + "…") > width)
            kept--;
        return text[..kept].TrimEnd(' ', '…') + "…";
    }

    static double Ems(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '’' or '|' or '!' or 'I' => 0.32,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '-' or '·' => 0.4,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.95,
        >= 'A' and <= 'Z' => 0.72,
        _ => 0.6,
    };
}
