using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Admin.Channels;

/// <summary>How the channels fare, what they could not bring with a second chance, and how one person's messages fared.</summary>
static class ChannelPages
{
    public static void MapChannels(IEndpointRouteBuilder console)
    {
        console.MapGet("/channels", ShowAsync).WithMetadata(new Needs(Right.SeeChannels));
        console.MapPost("/channels", ResendAsync).WithMetadata(new Needs(Right.Resend, "message.resend"));
        console.MapGet("/channels/people/{person}", PersonAsync).WithMetadata(new Needs(Right.SeePeople, "person.messages"));
    }

    static async Task<IResult> ShowAsync(
        string? kind, string? resent, IDeliveries deliveries, IChannelHealth health, TemplateBudget budget, ITemplateUses uses, PlanReading plan, TimeProvider clock, CancellationToken stop)
    {
        var only = ChannelsView.Class(kind);
        var planned = await plan.RunAsync(stop);
        return Pages.Show<ChannelsPage>(new ChannelsView(
            health.All, await deliveries.DepthsAsync(stop), await deliveries.GivenUpCountsAsync(stop), await deliveries.GivenUpAsync(only, ChannelsView.Most, stop), only, clock.GetUtcNow())
        {
            IsResent = resent is not null,
            Budget = BudgetOutlook.Of(budget, await uses.SentAsync(TemplateCount.Month(clock.GetUtcNow()), stop), planned.Value ?? [], ChannelRule.Of),
            IsPlanned = planned.Value is not null,
        });
    }

    // The button of a message that may have arrived says so: pressing it is saying so.
    static async Task<IResult> ResendAsync(HttpContext http, IDeliveries deliveries, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        return await deliveries.ResendAsync(form["id"].ToString(), form["twice"].ToString() == "yes", stop)
            ? Pages.SeeOther("/console/channels?resent=1")
            : Pages.Problem("404.12", "console.problem.undelivered");
    }

    static async Task<IResult> PersonAsync(string person, HttpContext http, IDeliveries deliveries, IRecords records, Scopes scopes, CancellationToken stop)
    {
        if (!(await scopes.OfAsync(http.User, stop)).Holds(new PersonId(person)))
        {
            if (await records.ConversationAsync(new PersonId(person), stop) is not null)
                OutOfScope.Mark(http);
            return Pages.Problem("404.13", "console.problem.deliveries");
        }
        var messages = await deliveries.OfPersonAsync(new PersonId(person), DeliveriesView.Most, stop);
        var decided = (await records.ConversationAsync(new PersonId(person), stop))?.Decided ?? [];
        return messages.Count + decided.Count > 0
            ? Pages.Show<DeliveriesPage>(new DeliveriesView(new PersonId(person), messages, [.. decided.Reverse()]))
            : Pages.Problem("404.13", "console.problem.deliveries");
    }
}
