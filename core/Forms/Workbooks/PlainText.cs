using System.Text;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A file of letters, in whichever encoding a spreadsheet program saved it.</summary>
static class PlainText
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What Excel writes on Windows when one saves as plain CSV in Kigali or Paris.</summary>
    static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // part of the runtime

    /// <summary>True when the file begins with a mark of its encoding.</summary>
    internal static bool HasMark(ReadOnlySpan<byte> file) => file is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The text, and whether its encoding had to be guessed.</summary>
    internal static (string Text, bool Guessed) Of(ReadOnlySpan<byte> file)
    {
        switch (file)
        {
            case [0xEF, 0xBB, 0xBF, .. var rest]:
                return (Encoding.UTF8.GetString(rest), false);
            case [0xFF, 0xFE, .. var rest]:
                return (Encoding.Unicode.GetString(rest), false);
            case [0xFE, 0xFF, .. var rest]:
                return (Encoding.BigEndianUnicode.GetString(rest), false);
        }
        try
        {
            return (Strict.GetString(file), false);
        }
        catch (DecoderFallbackException)
        {
            return (Western.GetString(file), true);
        }
    }

    /// <summary>Told when the encoding was guessed.</summary>
    /// <param name="sheet">The file's name, or "" for the form's own file.</param>
    internal static Finding GuessedEncoding(string sheet) => new(Severity.Warning, "text-encoding", sheet, null, null, null,
        "The file is not in UTF-8; it was read as Windows-1252. Look at letters with accents, or save it as \"CSV UTF-8\".");
}
