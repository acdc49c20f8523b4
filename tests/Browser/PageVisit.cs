using Microsoft.Playwright;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Browser;

/// <summary>A page as somebody sees it: by her role, in a language, on a screen.</summary>
sealed record PageVisit(Role Role, string Path, Language Language, int Width)
{
    /// <summary>A small phone and a small laptop, in pixels.</summary>
    public static readonly IReadOnlyList<int> Widths = [360, 1280];

    /// <summary>WCAG 2.2 at levels A and AA.</summary>
    const string Check = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
          .then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')))
        """;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    /// <param name="axe">The script that checks pages.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string url, string axe)
    {
        var faults = new PageFaults(page);
        var answer = await page.GotoAsync(url + Path);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.EvaluateAsync(axe);
        var violations = await page.EvaluateAsync<string[]>(Check);
        string[] own = [.. answer?.Status >= 500 ? [$"status {answer.Status}"] : Array.Empty<string>(), .. width > Width ? [$"{width} pixels wide"] : Array.Empty<string>()];
        return [.. own.Concat(violations).Concat(faults.Seen).Select(fault => $"{this}: {fault}")];
    }
}
