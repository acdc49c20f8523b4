using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using RbcBot.Core.Problems;

namespace RbcBot.Admin.Shared;

/// <summary>How a handler answers: with a page, a redirect or a problem.</summary>
static class Pages
{
    /// <summary>The page with its model.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object model, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The page that says what went wrong and what to do.</summary>
    public static RazorComponentResult Problem(string number, string key, params (string Name, object? Value)[] details) =>
        Show<ProblemPage>(
            new Problem(number, key, details),
            int.Parse(number.Split('.')[0], CultureInfo.InvariantCulture));

    /// <summary>A page of a long list, or that the list has none of that number.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pages">How many the list has.</param>
    public static IResult Leaf<TPage>(int page, int pages, object model) where TPage : IComponent =>
        page >= 1 && page <= pages ? Show<TPage>(model) : Problem("404.4", "console.problem.leaf", ("pages", pages));

    /// <summary>After a post: see the page by GET, so that a reload repeats nothing.</summary>
    public static IResult SeeOther(string path) => new SeeOther(path);
}

sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
