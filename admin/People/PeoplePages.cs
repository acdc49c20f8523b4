using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Admin.SignIn;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.People;

/// <summary>Who a person is to us; two who are one are joined here, and two who were joined by mistake are parted.</summary>
static class PeoplePages
{
    public static void MapPeople(IEndpointRouteBuilder console)
    {
        console.MapGet("/people", ListAsync).WithMetadata(new Needs(Right.SeePeople, "people.view"));
        console.MapGet("/people/{person}", SeeAsync).WithMetadata(new Needs(Right.SeePeople, "person.view"));
        console.MapPost("/people/{person}/merge", MergeAsync).WithMetadata(new Needs(Right.JoinPeople, "person.merge")).AddEndpointFilter<ProofGuard>();
        console.MapPost("/people/{person}/split", SplitAsync).WithMetadata(new Needs(Right.JoinPeople, "person.split")).AddEndpointFilter<ProofGuard>();
    }

    static async Task<IResult> ListAsync(HttpContext http, PeopleReading reading, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (PeopleQuery.Of(http.Request.Query) is not { } query || TableOrder.Of(http.Request.Query, "-begun", PeopleList.Sorts) is not { } order)
            return Pages.Problem("400.3", "console.problem.query");
        var page = await reading.RunAsync(http.User, query, order, TableOrder.PageSize, stop);
        return Pages.Leaf<PeoplePage>(order.Page, TableOrder.Pages(page.Found), new PeopleList(page, order, Subjects(catalogues.Current), Cadres(catalogues.Current, visit.Code)));
    }

    static IReadOnlyList<string> Subjects(Catalogue catalogue) =>
        [.. catalogue.Rounds.Select(round => round.Code), .. catalogue.Library.Modules.SelectMany(module => module.Lessons).Select(lesson => lesson.Id)];

    // The professions that applications ask for.
    static IReadOnlyList<(string Code, string Label)> Cadres(Catalogue catalogue, string language) =>
        [.. catalogue.Forms.Values.Select(form => form.Find("profession")).OfType<Question>().SelectMany(question => question.Choices).DistinctBy(choice => choice.Name)
            .Select(choice => (choice.Name, Labels.In(choice.Labels, language, choice.Name)))];

    // To a coach all but her own trainees are as if they were not there; whom a trainee shares a phone with is not hers to know.
    static async Task<IResult> SeeAsync(string person, string? asked, HttpContext http, IRecords records, Scopes scopes, CancellationToken stop)
    {
        var scope = await scopes.OfAsync(http.User, stop);
        if (scope.Holds(new PersonId(person)))
            return await ShowAsync(person, asked is not null, null, scope.IsEverybody, records, stop);
        if (await IsKnownAsync(person, records, stop))
            OutOfScope.Mark(http);
        return Missing();
    }

    static RazorComponentResult Missing() => Pages.Problem("404.14", "console.problem.person");

    static async Task<IResult> ShowAsync(string person, bool isAsked, string? complaint, bool isWhole, IRecords records, CancellationToken stop)
    {
        if (await records.ConversationAsync(new PersonId(person), stop) is not { StandsFor: null } talk)
            return Missing();
        return Pages.Show<PersonPage>(
            new PersonView(talk, isWhole ? await SharedAsync(talk, records, stop) : [], await records.IdentityAsync(talk.Person, stop), complaint, isAsked), complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // A phone that several use is remembered by the lane that has its address.
    static async Task<IReadOnlyList<SharedPhone>> SharedAsync(Conversation talk, IRecords records, CancellationToken stop)
    {
        List<SharedPhone> phones = [];
        foreach (var reach in talk.Reaches.Where(reach => reach.As is not null))
            if ((await records.ConversationAsync(reach.Via ?? talk.Person, stop))?.Shared is { IsShared: true } phone && phone.At == reach.Address)
                phones.Add(phone);
        return phones;
    }

    static async Task<IResult> MergeAsync(string person, HttpContext http, IRecords records, IInbox inbox, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (other, why) = (form["other"].ToString().Trim(), form["why"].ToString().Trim());
        var complaint = why.Length == 0 ? "console.people.why.missing" : other == person || !await IsKnownAsync(other, records, stop) ? "console.people.other.missing" : null;
        if (complaint is not null || !await IsKnownAsync(person, records, stop))
            return await ShowAsync(person, false, complaint, true, records, stop);
        await new MergePeople(inbox).RunAsync(new PersonId(person), new PersonId(other), By(http, why), clock.GetUtcNow(), stop);
        return Pages.SeeOther($"/console/people/{Uri.EscapeDataString(Lanes.IsOlder(new(person), new(other)) ? person : other)}?asked=1");
    }

    static async Task<IResult> SplitAsync(string person, HttpContext http, IRecords records, IInbox inbox, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (other, why) = (form["other"].ToString(), form["why"].ToString().Trim());
        var joined = (await records.ConversationAsync(new PersonId(person), stop))?.Joined ?? [];
        var complaint = why.Length == 0 ? "console.people.why.missing" : joined.All(one => one.Person.Value != other) ? "console.people.other.missing" : null;
        if (complaint is not null)
            return await ShowAsync(person, false, complaint, true, records, stop);
        await new SplitPeople(inbox).RunAsync(new PersonId(person), new PersonId(other), By(http, why), clock.GetUtcNow(), stop);
        return Pages.SeeOther($"/console/people/{Uri.EscapeDataString(person)}?asked=1");
    }

    static async Task<bool> IsKnownAsync(string person, IRecords records, CancellationToken stop) =>
        await records.ConversationAsync(new PersonId(person), stop) is { StandsFor: null };

    static JoinedBy By(HttpContext http, string why) => new(http.User.Identity?.Name ?? "", why);
}
