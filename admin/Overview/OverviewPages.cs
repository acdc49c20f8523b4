using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Channels;
using RbcBot.Admin.Privacy;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Overview;

/// <summary>The first page: where the programme stands and what waits for who looks.</summary>
static class OverviewPages
{
    public static void MapOverview(IEndpointRouteBuilder console) => console.MapGet("/", ShowAsync).WithMetadata(new Needs(Right.SeeOverview));

    static async Task<IResult> ShowAsync(
        HttpContext http, IRounds rounds, IRegister register, IEnrolments enrolments, ICatalogues catalogues, IDeliveries deliveries, IChannelHealth health, TodayReading today, PrivacyReading privacy, CancellationToken stop)
    {
        var view = OverviewView.Of(
            await rounds.ListAsync(stop),
            (await SessionCounts.ReadAsync(register, stop)).BySubject,
            await register.PeopleAsync(stop),
            await enrolments.PeopleAsync(stop),
            catalogues.Current.Library);
        var seesChannels = RightsTable.May(http.User, Right.SeeChannels);
        var givenUp = seesChannels ? await deliveries.GivenUpCountsAsync(stop) : [];
        return Pages.Show<OverviewPage>(view with
        {
            Today = await today.RunAsync(http.User, view, stop) with { GivenUp = givenUp.Sum(one => one.Count) },
            Channels = seesChannels ? [.. ChannelLine.Of(health.All, await deliveries.DepthsAsync(stop), givenUp)] : [],
            Privacy = await privacy.StepsAsync(stop),
        });
    }
}
