using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Makes the first administrator from the link printed at start; over as soon as there is one.</summary>
static class FirstRun
{
    public static void MapFirstRun(IEndpointRouteBuilder console)
    {
        console.MapGet("/first", ShowAsync);
        console.MapPost("/first", MakeAsync);
    }

    static async Task<IResult> ShowAsync(string? token, IAccounts accounts, FirstRunToken first, CancellationToken stop) =>
        Refuse(await accounts.ListAsync(stop), first, token) is { } refusal
            ? refusal
            : Pages.Show<FirstRunPage>(new FirstRunForm(token ?? "", "", null));

    static async Task<IResult> MakeAsync(
        HttpContext http, IAccounts accounts, FirstRunToken first, InvitedAccounts invited, Entering entering, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (token, name, password) = (form["token"].ToString(), form["name"].ToString().Trim(), form["password"].ToString());
        if (Refuse(await accounts.ListAsync(stop), first, token) is { } refusal)
            return refusal;
        if (Complaint(name, password, form["again"].ToString()) is { } complaint)
            return Pages.Show<FirstRunPage>(new FirstRunForm(token, name, complaint), StatusCodes.Status400BadRequest);
        if (!first.Spend(token))
            return Over();

        var made = await invited.MakeAsync(name, Account.FirstRoles, "", password);
        return made is null ? Over() : await entering.AfterPasswordAsync(http, made, "/console", stop);
    }

    static RazorComponentResult? Refuse(IReadOnlyList<Account> known, FirstRunToken first, string? token) =>
        known.Count > 0 ? Over()
        : first.IsOver ? Pages.Problem("410.2", "console.first.late")
        : first.Fits(token) ? null
        : Pages.Problem("403.1", "console.first.wrong");

    static RazorComponentResult Over() => Pages.Problem("410.1", "console.first.over");

    static string? Complaint(string name, string password, string again) =>
        !Account.IsName(name) ? "console.first.name"
        : password != again ? "console.first.differ"
        : PasswordRule.Complaint(password, name);
}

/// <summary>What the first-run page shows.</summary>
/// <param name="Complaint">Text key of what was wrong; null at first.</param>
public sealed record FirstRunForm(string Token, string Name, string? Complaint);
