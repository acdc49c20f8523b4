using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Aside;

/// <summary>What was set aside, without what people wrote unless somebody asks for it, and back into the inbox.</summary>
static class AsidePages
{
    public static void MapAside(IEndpointRouteBuilder console)
    {
        console.MapGet("/aside", ShowAsync);
        console.MapPost("/aside", ReplayAsync);
    }

    static async Task<IResult> ShowAsync(string? show, string? replayed, IAside aside, CancellationToken stop) =>
        Pages.Show<AsidePage>(new AsideView(await aside.ListAsync(stop), show, replayed is not null));

    static async Task<IResult> ReplayAsync(HttpContext http, IAside aside, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        return await aside.ReplayAsync(form["id"].ToString(), stop)
            ? Pages.SeeOther("/console/aside?replayed=1")
            : Pages.Problem("404.11", "console.problem.aside");
    }
}
