using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Feedback;

/// <summary>Feedback and tests: what people thought, what they know, before and after.</summary>
static class FeedbackPages
{
    public static void MapFeedback(IEndpointRouteBuilder console) => console.MapGet("/feedback", ShowAsync).WithMetadata(new Needs(Right.SeeResults));

    static async Task<IResult> ShowAsync(IRegister register, ICatalogues catalogues, FrozenFigures figures, Visit visit, CancellationToken stop)
    {
        var (catalogue, counts, language) = (catalogues.Current, (await SessionCounts.ReadAsync(register, stop)).BySubject, visit.Language);
        var rows = catalogue.Rounds.Where(round => round.Kind is RoundKind.Test or RoundKind.Feedback).Sum(round => counts.GetValueOrDefault(round.Code).Begun);
        var view = await figures.OfAsync("feedback/" + visit.Code, rows, async over => FeedbackView.Of(
            catalogue, await AllAsync(register, "test", over), await AllAsync(register, "feedback", over), language), stop);
        return view.Show(shown => Pages.Show<FeedbackPage>(shown with { At = view.At }));
    }

    // What was submitted counts: what was said before that is left out.
    static async Task<IReadOnlyList<Session>> AllAsync(IRegister register, string flow, CancellationToken stop)
    {
        List<Session> all = [];
        await foreach (var session in register.EachAsync(flow, null, stop))
            all.Add(session.Submission.Count > 0 ? session with { Answers = [] } : session);
        return all;
    }
}
