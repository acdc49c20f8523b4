using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Aside;

/// <summary>What was set aside, without what people wrote unless somebody asks for it, and back into the inbox.</summary>
static class AsidePages
{
    public static void MapAside(IEndpointRouteBuilder console)
    {
        console.MapGet("/aside", ShowAsync).WithMetadata(new Needs(Right.SeeAside, "aside.view"));
        console.MapPost("/aside", ReplayAsync).WithMetadata(new Needs(Right.Replay, "aside.replay"));
    }

    // What people wrote is for who may read answers: to others the page has no such address.
    static async Task<IResult> ShowAsync(HttpContext http, string? show, string? replayed, IAside aside, Visit visit, CancellationToken stop)
    {
        if (show is not null && !visit.May(Right.KnowPeople))
            return Pages.Problem("404.11", "console.problem.aside");
        if (TableOrder.Of(http.Request.Query, AsideView.Time, AsideView.Time) is not { } order)
            return Pages.Problem("400.3", "console.problem.query");
        var count = await aside.CountAsync(stop);
        var rows = await aside.PageAsync(order.IsDescending, order.Skipped, TableOrder.PageSize, stop);
        return Pages.Leaf<AsidePage>(order.Page, TableOrder.Pages(count), new AsideView(rows, count, order, show, replayed is not null));
    }

    static async Task<IResult> ReplayAsync(HttpContext http, IAside aside, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        return await aside.ReplayAsync(form["id"].ToString(), stop)
            ? Pages.SeeOther("/console/aside?replayed=1")
            : Pages.Problem("404.11", "console.problem.aside");
    }
}
