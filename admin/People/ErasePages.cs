using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Auditing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Admin.SignIn;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Admin.People;

/// <summary>Wishes to be erased that came otherwise than in the chat, and what was erased: also for who may not see people.</summary>
static class ErasePages
{
    /// <summary>Fewest signs of a number: what "my data" tells has eight or more.</summary>
    const int ShortestNumber = 8;

    const int LongestNumber = 80;

    public static void MapErasures(IEndpointRouteBuilder console)
    {
        console.MapGet("/privacy/erasures", ListAsync).WithMetadata(new Needs(Right.ErasePeople, "erasures.view"));
        console.MapGet("/people/{person}/erase", SeeAsync).WithMetadata(new Needs(Right.ErasePeople, "person.erase.view"));
        console.MapPost("/people/{person}/erase", AskAsync).WithMetadata(new Needs(Right.ErasePeople, "person.erase")).AddEndpointFilter(new SureGuard("person.erase", up: 0)).AddEndpointFilter<ProofGuard>();
    }

    static async Task<IResult> ListAsync(string? number, IErasures erasures, IRecords records, IRegister register, CancellationToken stop)
    {
        var wanted = number?.Trim() ?? "";
        return wanted.Length > 0 && await FindAsync(wanted, records, register, stop) is { } person
            ? Pages.SeeOther(AddressOf(person.Value))
            : Pages.Show<ErasuresPage>(new ErasuresView(await erasures.DoneAsync(stop), IsMissing: wanted.Length > 0));
    }

    // By the whole number, or by the end that the chat shows, when that is one person's only.
    static async Task<PersonId?> FindAsync(string number, IRecords records, IRegister register, CancellationToken stop)
    {
        if (number.Length is < ShortestNumber or > LongestNumber || !number.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            return null;
        if (await records.ConversationAsync(new PersonId(number), stop) is { StandsFor: null } whole)
            return whole.Person;
        return await register.FindAsync(PeopleWish.All with { IdEnd = number }, 0, 1, stop) is { Found: 1 } only ? only.People[0].Person : null;
    }

    static async Task<IResult> SeeAsync(string person, string? asked, IRecords records, CancellationToken stop) =>
        await records.ConversationAsync(new PersonId(person), stop) is { StandsFor: null } talk ? Pages.Show<ErasePage>(EraseView.Of(talk, asked is not null)) : Missing();

    static async Task<IResult> AskAsync(string person, HttpContext http, IRecords records, IErasures erasures, CancellationToken stop)
    {
        var how = (await http.Request.ReadFormAsync(stop))["how"].ToString();
        if (!EraseView.Ways.Contains(how) || await records.ConversationAsync(new PersonId(person), stop) is not { StandsFor: null })
            return Missing();
        NotedReason.Set(http, how);
        await erasures.AskAsync(new PersonId(person), new ErasureCause(ErasureKind.OnPaper, http.User.Identity?.Name ?? ""), stop);
        return Pages.SeeOther(Behind(http.User, person) + "?asked=1");
    }

    static string Behind(ClaimsPrincipal who, string person) => RightsTable.May(who, Right.SeePeople) ? $"/console/people/{Uri.EscapeDataString(person)}" : AddressOf(person);

    static string AddressOf(string person) => $"/console/people/{Uri.EscapeDataString(person)}/erase";

    static RazorComponentResult Missing() => Pages.Problem("404.14", "console.problem.person");
}

/// <summary>What the page of erasures shows.</summary>
/// <param name="Done">The latest first; nothing of the people is in it.</param>
/// <param name="IsMissing">Whether a number was looked for that is nobody's, or several people's.</param>
public sealed record ErasuresView(IReadOnlyList<ErasureNote> Done, bool IsMissing);
