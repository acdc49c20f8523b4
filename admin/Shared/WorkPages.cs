using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;

namespace RbcBot.Admin.Shared;

/// <summary>How far a long work is: a page that can be asked for again, and events for browsers that listen.</summary>
static class WorkPages
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    static readonly Asset Script = new("progress.js", "text/javascript; charset=utf-8");

    public static string ScriptAddress => Script.Address;

    public static void MapScript(IEndpointRouteBuilder console) => Script.Map(console);

    public static void MapWorks(IEndpointRouteBuilder console)
    {
        console.MapGet("/progress/{id}", Show).WithMetadata(new Needs(Right.Enter));
        console.MapGet("/progress/{id}/events", Tell).WithMetadata(new Needs(Right.Enter));
    }

    static IResult Show(string id, LongWorks works, Visit visit) => works.Find(id, visit.Name) switch
    {
        null => Missing(),
        { Outcome: { } outcome } => Pages.SeeOther(outcome),
        { } work => Pages.Show<WorkPage>(work),
    };

    static IResult Tell(string id, LongWorks works, Visit visit, TimeProvider clock, CancellationToken stop) => works.Find(id, visit.Name) is { } work
        ? TypedResults.ServerSentEvents(StepsAsync(work, visit, clock, stop))
        : Missing();

    // The last one sends the browser on: to the outcome, or to the page that says that it broke off.
    static async IAsyncEnumerable<SseItem<WorkStep>> StepsAsync(LongWork work, Visit visit, TimeProvider clock, [EnumeratorCancellation] CancellationToken stop)
    {
        for (; !work.IsOver; await Task.Delay(Pause, clock, stop))
            yield return new(WorkStep.Of(work, visit, null));
        yield return new(WorkStep.Of(work, visit, work.Outcome ?? $"/console/progress/{work.Id}"));
    }

    static IResult Missing() => Pages.Problem("404.18", "console.problem.work");
}

/// <summary>How far a long work is, as a page is told.</summary>
/// <param name="Words">The same in the reader's language.</param>
/// <param name="To">Where to go, as it is over; null before.</param>
sealed record WorkStep(int Done, int All, string Words, string? To)
{
    public static WorkStep Of(LongWork work, Visit visit, string? to) =>
        new(work.Done, work.All, visit.Say("console.work.far", ("done", work.Done), ("all", work.All)), to);
}
