using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Privacy;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Overview;

/// <summary>The first page: where the programme stands and what comes next.</summary>
static class OverviewPages
{
    public static void MapOverview(IEndpointRouteBuilder console) => console.MapGet("/", ShowAsync).WithMetadata(new Needs(Right.SeeOverview));

    static async Task<IResult> ShowAsync(IRounds rounds, IRecords records, IEnrolments enrolments, ICatalogues catalogues, IAside aside, IDeliveries deliveries, PrivacyReading privacy, CancellationToken stop) =>
        Pages.Show<OverviewPage>(OverviewView.Of(
            await rounds.ListAsync(stop),
            await records.CountsAsync(stop),
            await records.ConversationsAsync(stop),
            await enrolments.ListAsync(stop),
            catalogues.Current.Library) with
        {
            Privacy = await privacy.StepsAsync(stop),
            SetAside = (await aside.ListAsync(stop)).Count,
            GivenUp = (await deliveries.GivenUpCountsAsync(stop)).Sum(one => one.Count),
        });
}
