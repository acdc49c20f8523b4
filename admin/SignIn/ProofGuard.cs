using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Lets a dangerous act through only when who does it proved who she is within five minutes; else asks for the proof, and what she had filled in goes along.</summary>
/// <remarks>Put it on an endpoint with AddEndpointFilter, behind the policy. Files of a form do not go along: prove before the page with the file.</remarks>
sealed class ProofGuard(Stays stays, PasskeyCeremony passkeys, AccountNotes notes, TimeProvider clock) : IEndpointFilter
{
    /// <summary>Where somebody is led on who wanted to see something.</summary>
    public const string Address = "/console/proof";

    static readonly string[] OfTheProof = [Proof.Password, Proof.Code, Proof.Credential, "state", "__RequestVerificationToken"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, stop) = (context.HttpContext, context.HttpContext.RequestAborted);
        if (await stays.CurrentAsync(http, stop) is not { Stay.Stage: StayStage.Full or StayStage.Enrolling } who)
            return Pages.SeeOther("/console/sign-in");
        if (who.Stay.Stage == StayStage.Enrolling || clock.GetUtcNow() - who.Stay.Proved <= Proof.Life)
            return await next(context);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(stop) : FormCollection.Empty;
        if (!Proof.IsIn(form))
            return await AskAsync(http, who.Account, form, null);
        if (!await http.RequestServices.GetRequiredService<Proof>().FitsAsync(http, who.Account, form, stop))
        {
            await notes.NoteAsync(who.Account, "proof.refused", AuditOutcome.Refused, stop);
            return await AskAsync(http, who.Account, form, "console.proof.wrong");
        }
        return await stays.ChangeAsync(who, who.Stay with { Proved = clock.GetUtcNow() }, stop) is null ? Pages.SeeOther("/console/sign-in") : await next(context);
    }

    async Task<IResult> AskAsync(HttpContext http, Account account, IFormCollection form, string? complaint)
    {
        var here = http.Request.Path + http.Request.QueryString;
        var isPost = HttpMethods.IsPost(http.Request.Method);
        List<KeyValuePair<string, string>> held = isPost
            ? [.. form.Where(field => !OfTheProof.Contains(field.Key)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]
            : [KeyValuePair.Create("to", here)];
        var asked = account.Passkeys.Count > 0 ? await passkeys.AskAsync(http, account) : null;
        return Pages.Show<ProofPage>(new ProofForm(isPost ? here : Address, held, account.HasSecondFactor, asked) { Complaint = complaint }, StatusCodes.Status403Forbidden);
    }
}

/// <summary>What the page shows that asks for a proof.</summary>
/// <param name="Action">Where it is posted: to the act itself.</param>
/// <param name="Held">What was filled in.</param>
/// <param name="WantsCode">Whether the account has a second factor.</param>
/// <param name="Passkey">Null when the account has none.</param>
public sealed record ProofForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Held, bool WantsCode, PasskeyQuestion? Passkey)
{
    /// <summary>Text key of what was wrong; null at first.</summary>
    public string? Complaint { get; init; }
}
