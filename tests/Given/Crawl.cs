using System.Net;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Given;

/// <summary>Follows the links of the console as somebody would who presses each once.</summary>
static partial class Crawl
{
    /// <summary>The pages that were seen, each without a fault of ours and without a tag that is not ours.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(ConsoleBrowser browser, string from, int most)
    {
        List<string> seen = [];
        Queue<string> wanted = new([from, "/console"]);
        while (seen.Count < most && wanted.TryDequeue(out var page))
        {
            if (seen.Contains(page))
                continue;
            var html = await browser.GetAsync(page);
            seen.Add(page);
            Assert.True((int)browser.Response.StatusCode < 500, page);
            Assert.True(HtmlTags.Strange(html) is [], $"{page}: {string.Join(' ', HtmlTags.Strange(html))}");
            Assert.DoesNotContain("&#x202E;", html, StringComparison.Ordinal);
            foreach (var link in Links(html))
                wanted.Enqueue(link);
        }
        return seen;
    }

    /// <summary>Pages of the console, not files.</summary>
    public static IEnumerable<string> Links(string html) => Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
        .Where(link => !link.Contains("export.", StringComparison.Ordinal) && !link.Contains("/assets/", StringComparison.Ordinal) && !link.Contains(".html", StringComparison.Ordinal) && !link.Contains(".csv", StringComparison.Ordinal));

    [GeneratedRegex("href=\"(/console[^\"#]*)")]
    private static partial Regex Link();
}
