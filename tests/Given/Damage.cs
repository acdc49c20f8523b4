using System.IO.Compression;
using System.Text;

namespace RbcBot.Tests.Given;

/// <summary>What happens to files on their way: bytes turn, ends are cut, parts of an archive are rewritten.</summary>
static class Damage
{
    static readonly string[] Pieces =
    [
        "", "0", "-1", "1e999", "NaN", "2147483648", "99999999999999999999", "A1", "ZZZ9", "XFD1048576", "_xD83D_", "_x0000_", "&#xFFFF;", "&amp;", "&lt;", "<", ">", "/>", "</",
        "<c>", "</c>", "<row r='0'>", "<row r='2'/>", "<v/>", "<t>", "<f/>", "<rPh>", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "<?a?>", "\"", "''", "|", "\\|", ",", ";", "\t", "\r", "\n", "\n\n",
        "survey", "choices", "settings", "type", "name", "label", "begin_group", "end_group", "begin_repeat", "end_repeat", "select_multiple yn", "calculate", "trigger", "${a}", "${", "${b}", "../a",
        "today()", "if(", ")", "count(${a})", "regex(., '(a+)+$')", "\u00A0", "\u200B", "\uFEFF", "\u202E", "é", "😀", "\uD83D", "xl/", "../", "s", "b", "e", "d", "n", "inlineStr", "[", "]", "{", "}", "null",
    ];

    public static byte[] Of(byte[] file, Random chance)
    {
        var archive = file.AsSpan().StartsWith("PK"u8);
        return chance.Next(archive ? 8 : 4) switch
        {
            0 => Turned(file, chance),
            1 => file[..chance.Next(file.Length)],
            2 => Doubled(file, chance),
            3 when !archive => Rewritten(file, chance),
            3 => Turned(Turned(file, chance), chance),
            _ => Repacked(file, chance),
        };
    }

    static byte[] Turned(byte[] file, Random chance)
    {
        var turned = (byte[])file.Clone();
        for (var times = chance.Next(1, 9); times > 0 && turned.Length > 0; times--)
        {
            turned[chance.Next(turned.Length)] = chance.Next(3) == 0 ? (byte)(turned[chance.Next(turned.Length)] ^ (1 << chance.Next(8))) : (byte)chance.Next(256);
        }
        return turned;
    }

    static byte[] Doubled(byte[] file, Random chance)
    {
        var (from, to, at) = (chance.Next(file.Length), chance.Next(file.Length), chance.Next(file.Length));
        return [.. file[..at], .. file[Math.Min(from, to)..Math.Max(from, to)], .. file[at..]];
    }

    /// <summary>Cuts, moves and replaces whole tags, cells and words.</summary>
    static byte[] Rewritten(byte[] file, Random chance)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(file));
        for (var times = chance.Next(1, 5); times > 0; times--)
        {
            var from = Edge(text, chance);
            var to = Math.Min(text.Length, from + chance.Next(30));
            var piece = chance.Next(4) == 0 ? text.ToString(from, to - from) : Pieces[chance.Next(Pieces.Length)];
            if (chance.Next(2) == 0)
            {
                text.Remove(from, to - from);
            }
            text.Insert(Edge(text, chance, from), piece);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A place beside a tag, a quotation mark or a separator, which hurts more than one within a word.</summary>
    static int Edge(StringBuilder text, Random chance, int? near = null)
    {
        var at = near is { } place && chance.Next(2) == 0 ? Math.Min(place, text.Length) : chance.Next(text.Length + 1);
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }
        return at;
    }

    static byte[] Repacked(byte[] file, Random chance)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var hit = chance.Next(from.Entries.Count);
            foreach (var (index, entry) in from.Entries.Index())
            {
                using var part = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(part);
                }
                var bytes = index != hit ? part.ToArray() : chance.Next(6) == 0 ? [] : part.ToArray().AsSpan().StartsWith("PK"u8) ? Of(part.ToArray(), chance) : Rewritten(part.ToArray(), chance);
                using var copy = to.CreateEntry(index == hit && chance.Next(10) == 0 ? Pieces[chance.Next(Pieces.Length)] + "x" : entry.FullName, CompressionLevel.NoCompression).Open();
                copy.Write(bytes);
            }
        }
        return packed.ToArray();
    }
}
