using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using RbcBot.Tests.Admin.Rights;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Browser;

/// <summary>Which pages are visited as whom: all as everybody in each language and width, or each once.</summary>
static class PageTour
{
    /// <summary>"all" for the whole product; a number for the sample of that number; by default the sample changes from day to day.</summary>
    const string Variable = "RBCBOT_PAGES";

    /// <summary>Pages that open without a sign-in.</summary>
    static readonly string[] Doors = ["/console/sign-in", "/console/sign-in/enrol", "/console/first?token=none", "/console/invitation?token=none"];

    const int MostLinks = 150;

    public static async Task<IReadOnlyList<PageVisit>> PlanAsync(ConsoleWorld world, ConsoleBrowser browser)
    {
        List<(string Path, Right Right)> pages = [];
        foreach (var (path, right) in await AddressesAsync(world, browser))
            if (await IsPageAsync(browser, path))
                pages.Add((path, right));
        pages.AddRange(Doors.Select(door => (door, Right.Enter)));
        return Environment.GetEnvironmentVariable(Variable) == "all" ? [.. All(pages)] : [.. Sample(pages, Number())];
    }

    static IEnumerable<PageVisit> All(IEnumerable<(string Path, Right Right)> pages) =>
        from role in Enum.GetValues<Role>()
        from page in pages
        where RightsTable.Has(role, page.Right)
        from language in Languages.All
        from width in PageVisit.Widths
        select new PageVisit(role, page.Path, language, width);

    static IEnumerable<PageVisit> Sample(List<(string Path, Right Right)> pages, int number) => pages.Select((page, index) =>
    {
        Role[] roles = [.. Enum.GetValues<Role>().Where(role => RightsTable.Has(role, page.Right))];
        var turn = index + number;
        return new PageVisit(roles[turn % roles.Length], page.Path, Languages.All[turn % Languages.All.Count], PageVisit.Widths[turn / Languages.All.Count % PageVisit.Widths.Count]);
    });

    static int Number() => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DateTimeOffset.UtcNow.DayOfYear;

    // An address of each endpoint that pages show something at: one that a link leads to, else the one that the rights are tested by.
    static async Task<IEnumerable<(string Path, Right Right)>> AddressesAsync(ConsoleWorld world, ConsoleBrowser browser)
    {
        HashSet<string> links = [];
        Queue<string> wanted = new(["/console"]);
        while (links.Count < MostLinks && wanted.TryDequeue(out var link))
            foreach (var next in Crawl.Links(await browser.GetAsync(link)).Where(next => !next.Contains("sort=", StringComparison.Ordinal) && links.Add(next)))
                wanted.Enqueue(next);
        return from endpoint in world.Endpoints
               let needs = endpoint.Metadata.GetMetadata<Needs>()
               where needs is not null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
               let pattern = new Regex("^/" + Regex.Replace(Regex.Escape(endpoint.RoutePattern.RawText!.Trim('/')), @"\\\{[^}]+}", "[^/?]+") + "$")
               select (links.Where(link => !link.Contains('?', StringComparison.Ordinal)).FirstOrDefault(pattern.IsMatch) ?? FullConsole.AddressOf(endpoint), needs.Right);
    }

    static async Task<bool> IsPageAsync(ConsoleBrowser browser, string path)
    {
        await browser.GetAsync(path);
        return browser.Response.Content.Headers.ContentType?.MediaType == "text/html" && browser.Response.Content.Headers.ContentDisposition is null;
    }
}
