namespace RbcBot.Admin.Rounds;

/// <summary>Keeps what people wrote from becoming a formula when a spreadsheet opens it (ASVS 1.2.10).</summary>
static class Harmless
{
    /// <summary>The text, with a quote before it when a spreadsheet could take it for a formula.</summary>
    public static string Of(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.TrimStart().FirstOrDefault() is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            ? "'" + text
            : text;
}
