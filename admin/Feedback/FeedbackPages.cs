using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Feedback;

/// <summary>Feedback and tests: what people thought, what they know, before and after.</summary>
static class FeedbackPages
{
    public static void MapFeedback(IEndpointRouteBuilder console) => console.MapGet("/feedback", ShowAsync).WithMetadata(new Needs(Right.SeeResults));

    static async Task<IResult> ShowAsync(IRecords records, ICatalogues catalogues, Visit visit, CancellationToken stop) =>
        Pages.Show<FeedbackPage>(FeedbackView.Of(
            catalogues.Current,
            await records.SessionsOfFlowAsync("test", stop),
            await records.SessionsOfFlowAsync("feedback", stop),
            visit.Language));
}
