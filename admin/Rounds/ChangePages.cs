using System.Globalization;
using FormFile = RbcBot.Core.Programme.FormFile;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A new version of a round's form: what it changes, and who gets it.</summary>
static class ChangePages
{
    public static void MapChanges(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds/{code}/versions/{version}", ShowAsync).WithMetadata(new Needs(Right.RunRounds, "round.versions"));
        console.MapPost("/rounds/{code}/versions/{version}", DecideAsync).WithMetadata(new Needs(Right.RunRounds, "round.change"));
    }

    /// <summary>Where the changes of a file are shown, the file kept meanwhile: kept files change nothing for anybody.</summary>
    public static async Task<IResult> PreviewAsync(Upload upload, Form form, FormFile file, Round round, IRounds rounds, ICatalogues catalogues, CancellationToken stop)
    {
        await rounds.PutFileAsync(file with { Version = form.Version }, stop);
        await catalogues.RefreshAsync(stop);
        return Pages.SeeOther($"{Address(round, form.Version)}?from={round.FormVersion}{RoundWish.Of(upload).Query}");
    }

    static async Task<IResult> ShowAsync(
        string code, string version, string? from, HttpContext http, IRounds rounds, IRegister register, ICatalogues catalogues, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);

        var versions = VersionCount.Of(round, (await SessionCounts.ReadAsync(register, stop)).Of(round.Code), await rounds.FilesAsync(stop));
        var forms = catalogues.Current.Forms;
        return forms.TryGetValue(version, out var newer) && forms.TryGetValue(from ?? Likely(versions, round, version), out var older)
            ? Pages.Show<ChangePage>(new ChangeView(round, older, newer, versions, RoundWish.Of(name => http.Request.Query[name])))
            : Missing(code);
    }

    /// <summary>The version that most running sessions would come from.</summary>
    static string Likely(IReadOnlyList<VersionCount> versions, Round round, string version) =>
        versions.Where(count => count.Version != version).OrderByDescending(count => count.Running).FirstOrDefault()?.Version ?? round.FormVersion;

    static async Task<IResult> DecideAsync(
        string code, string version, HttpContext http, IRounds rounds, IRecords records, IInbox inbox, OpenRound open, TimeProvider clock, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);

        var form = await http.Request.ReadFormAsync(stop);
        if (round.FormVersion != version)
        {
            if ((await rounds.FilesAsync(stop)).FirstOrDefault(file => file.Version == version) is not { } file)
                return Missing(code);
            var wish = RoundWish.Of(name => form[name]);
            (var moved, _) = await open.RunAsync(file, round.Code, wish.RoundKind, Given(wish.Module), Given(wish.Moment), stop);
            round = moved ?? round;
        }

        var here = $"/console/rounds/{Uri.EscapeDataString(round.Code)}";
        if (form["do"] != "move")
            return Pages.SeeOther(here + "?opened=1");
        var (sent, _) = await new MigrateSessions(records, inbox).RunAsync(round, form["submitted"] == "yes", clock.GetUtcNow(), stop);
        return Pages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{here}?moved={sent}"));
    }

    static string Address(Round round, string version) => $"/console/rounds/{Uri.EscapeDataString(round.Code)}/versions/{version}";

    static string? Given(string text) => text.Length > 0 ? text : null;

    static IResult Missing(string code) => Pages.Problem("404.10", "console.problem.version", ("code", code));
}
