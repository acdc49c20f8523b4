using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Simulator;

/// <summary>The simulator: a form is tried out as a trainee would meet it on three channels.</summary>
static class SimulatorPages
{
    const string Start = "/console/rounds/simulator", OfFile = Start + "/file";

    /// <summary>The rehearsal of an uploaded file among those of rounds.</summary>
    const string File = "";

    public static void MapSimulator(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds/simulator", StartAsync).WithMetadata(new Needs(Right.Rehearse));
        console.MapPost("/rounds/simulator", UploadAsync).WithMetadata(new Needs(Right.Rehearse)).WithMetadata(BodyLimit.Upload);
        console.MapGet("/rounds/simulator/file", (string? all, string? rows, Rehearsing rehearsing, Visit visit) =>
            rehearsing.Find(File) is { } tried ? Show(tried, OfFile, null, all, rows, visit) : Pages.SeeOther(Start)).WithMetadata(new Needs(Right.Rehearse));
        console.MapPost("/rounds/simulator/file", FileSaidAsync).WithMetadata(new Needs(Right.Rehearse));
        console.MapGet("/rounds/{code}/simulator", ShowAsync).WithMetadata(new Needs(Right.Rehearse));
        console.MapPost("/rounds/{code}/simulator", SaidAsync).WithMetadata(new Needs(Right.Rehearse));
    }

    static IResult StartAsync(Rehearsing rehearsing, ICatalogues catalogues) => Choose(rehearsing, catalogues.Current, Upload.Nothing, null, null);

    static async Task<IResult> UploadAsync(HttpContext http, Rehearsing rehearsing, ICatalogues catalogues, CancellationToken stop)
    {
        var upload = await Upload.ReadAsync(http, stop);
        if (upload.Problem is { } problem)
            return Choose(rehearsing, catalogues.Current, upload, problem, null);
        var reading = CheckForm.Of(upload.Bytes, upload.FileName);
        if (reading.Form is not { } form)
            return Choose(rehearsing, catalogues.Current, upload, "console.upload.refused", reading);
        rehearsing.Begin(File, form, Kind(form), upload.FileName);
        return Pages.SeeOther(OfFile);
    }

    static async Task<IResult> FileSaidAsync(HttpContext http, Rehearsing rehearsing, CancellationToken stop)
    {
        if (rehearsing.Find(File) is not { } tried)
            return Pages.SeeOther(Start);
        var page = await http.Request.ReadFormAsync(stop);
        if (page["do"] == "restart")
            rehearsing.Begin(File, tried.Rehearsal.Form, Kind(tried.Rehearsal.Form), tried.FileName, tried.Rehearsal.Language);
        else
            rehearsing.Take(File, tried, page);
        return Pages.SeeOther(OfFile + "#talk");
    }

    static async Task<IResult> ShowAsync(
        string code, string? all, string? rows, IRounds rounds, Rehearsing rehearsing, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        return Tried(rehearsing, catalogues.Current, round) is { } tried
            ? Show(tried, Address(round), round.Code, all, rows, visit)
            : Pages.Problem("404.3", "console.problem.file", ("code", code));
    }

    static async Task<IResult> SaidAsync(string code, HttpContext http, IRounds rounds, Rehearsing rehearsing, ICatalogues catalogues, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (Tried(rehearsing, catalogues.Current, round) is not { } tried)
            return Pages.Problem("404.3", "console.problem.file", ("code", code));
        var page = await http.Request.ReadFormAsync(stop);
        if (page["do"] == "restart")
            rehearsing.Begin(round.Code, tried.Rehearsal.Form, round.Kind, "", tried.Rehearsal.Language);
        else
            rehearsing.Take(round.Code, tried, page);
        return Pages.SeeOther(Address(round) + "#talk");
    }

    /// <summary>The rehearsal of the round's present form, begun when there is none; null when the form is not there.</summary>
    static Tried? Tried(Rehearsing rehearsing, Catalogue catalogue, Round round)
    {
        if (rehearsing.Find(round.Code) is { } tried && tried.Rehearsal.Form.Version == round.FormVersion)
            return tried;
        return catalogue.Forms.GetValueOrDefault(round.FormVersion) is { } form ? rehearsing.Begin(round.Code, form, round.Kind, "") : null;
    }

    static IResult Show(Tried tried, string address, string? code, string? all, string? rows, Visit visit) =>
        Pages.Show<SimulatorPage>(SimulatorView.Of(tried, address, code, all is not null, Enum.TryParse<RowChoice>(rows, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : RowChoice.All, visit.Now));

    static IResult Choose(Rehearsing rehearsing, Catalogue catalogue, Upload upload, string? complaint, FormReading? refused) =>
        Pages.Show<SimulatorStartPage>(
            new SimulatorStart(
                [.. catalogue.Rounds.Where(round => catalogue.Forms.ContainsKey(round.FormVersion)).Select(round => (round.Code, catalogue.Forms[round.FormVersion]))],
                rehearsing.Find(File) is not null, upload.FileName, complaint, refused, upload.Bytes),
            complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    static string Address(Round round) => $"/console/rounds/{Uri.EscapeDataString(round.Code)}/simulator";

    static RoundKind Kind(Form form) =>
        Enum.TryParse<RoundKind>(form.Settings.GetValueOrDefault("chat::kind"), ignoreCase: true, out var own) && Enum.IsDefined(own) ? own : RoundKind.Interview;
}
