using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;

namespace RbcBot.Admin.Search;

/// <summary>One search over people, rounds and lessons: each sees what she may see by other ways too.</summary>
static class SearchPages
{
    public static void MapSearch(IEndpointRouteBuilder console) =>
        console.MapGet("/search", ShowAsync).WithMetadata(new Needs(Right.Enter, "search.view"));

    static async Task<IResult> ShowAsync(string? q, HttpContext http, Searching searching, CancellationToken stop)
    {
        var words = q?.Trim() ?? "";
        return words.Length > Filter.LongestWords
            ? Pages.Problem("400.3", "console.problem.query")
            : Pages.Show<SearchPage>(await searching.RunAsync(http.User, words, stop));
    }
}
