using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Setting up a second factor: at the door, where the role asks for one, and later from one's own account.</summary>
static class EnrolDoor
{
    const string Issuer = "RbcBot";

    public static void MapEnrolling(IEndpointRouteBuilder console)
    {
        var doors = console.MapGroup("/sign-in/enrol").AddEndpointFilter<ProofGuard>();
        doors.MapGet("", async (HttpContext http, string? to, Stays stays, Authenticators authenticators, PasskeyCeremony passkeys, CancellationToken stop) =>
            await WhoAsync(http, stays, authenticators, stop) is { } who ? await ShowAsync(http, who, LocalPath.Of(to), null, authenticators, passkeys) : BackToTheDoor());
        doors.MapPost("", AppAsync);
        doors.MapPost("/passkey", PasskeyAsync);
    }

    static async Task<IResult> AppAsync(HttpContext http, Stays stays, Authenticators authenticators, Enrolling enrolling, PasskeyCeremony passkeys, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var to = LocalPath.Of(form["to"]);
        if (await WhoAsync(http, stays, authenticators, stop) is not { } who)
            return BackToTheDoor();
        return authenticators.Step(who.Stay.Pending, form["code"].ToString(), lastStep: 0) is { } step
            ? Then(await enrolling.AddAppAsync(http, who, step, stop), to)
            : await ShowAsync(http, who, to, "console.enrol.wrong", authenticators, passkeys);
    }

    static async Task<IResult> PasskeyAsync(HttpContext http, Stays stays, Authenticators authenticators, Enrolling enrolling, PasskeyCeremony passkeys, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var to = LocalPath.Of(form["to"]);
        if (await WhoAsync(http, stays, authenticators, stop) is not { } who)
            return BackToTheDoor();
        if (await passkeys.MadeAsync(http, who.Account, form) is not { } passkey)
            return await ShowAsync(http, who, to, "console.passkey.wrong", authenticators, passkeys);
        var label = form["label"].ToString().Trim();
        passkey.Name = label.Length > Account.LongestName ? label[..Account.LongestName] : label;
        return Then(await enrolling.AddPasskeyAsync(http, who, passkey, stop), to);
    }

    static IResult Then(IReadOnlyList<string> codes, string to) => codes.Count > 0 ? Pages.Show<CodesPage>(new CodesView(codes, to)) : Pages.SeeOther(to);

    static async Task<IResult> ShowAsync(HttpContext http, SignedIn who, string to, string? complaint, Authenticators authenticators, PasskeyCeremony passkeys)
    {
        var secret = authenticators.Open(who.Stay.Pending ?? "") ?? throw new InvalidOperationException("A stay's own secret was made a moment ago.");
        var form = new EnrolForm(to, complaint, Totp.Written(secret), QrCode.Of(Totp.Link(Issuer, who.Account.Name, secret)), await passkeys.AskToMakeAsync(http, who.Account))
        {
            IsAsked = who.Stay.Stage == StayStage.Enrolling,
        };
        return Pages.Show<EnrolPage>(form, complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // The secret waits in the stay, so that a page that is loaded anew shows the same.
    static async Task<SignedIn?> WhoAsync(HttpContext http, Stays stays, Authenticators authenticators, CancellationToken stop) =>
        await stays.CurrentAsync(http, stop) is not { Stay.Stage: StayStage.Enrolling or StayStage.Full } who ? null
        : who.Stay.Pending is not null ? who
        : await stays.ChangeAsync(who, who.Stay with { Pending = authenticators.NewSecret() }, stop);

    static IResult BackToTheDoor() => Pages.SeeOther("/console/sign-in");
}

/// <summary>What the page shows that sets up a second factor.</summary>
/// <param name="Complaint">Text key of what was wrong; null at first.</param>
/// <param name="Secret">For apps that read no QR code.</param>
public sealed record EnrolForm(string To, string? Complaint, string Secret, QrCode Code, PasskeyQuestion Passkey)
{
    /// <summary>Whether the role asks for it, and there is no way round.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>Recovery codes, shown once.</summary>
/// <param name="To">Where one goes on.</param>
public sealed record CodesView(IReadOnlyList<string> Codes, string To);
