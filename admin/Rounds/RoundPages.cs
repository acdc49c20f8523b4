using System.Globalization;
using FormFile = RbcBot.Core.Programme.FormFile;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>Rounds: what is open, and opening one from a spreadsheet.</summary>
static class RoundPages
{
    public static void MapRounds(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds", ListAsync).WithMetadata(new Needs(Right.SeeRounds));
        console.MapPost("/rounds", UploadAsync).WithMetadata(new Needs(Right.RunRounds, "round.upload")).WithMetadata(BodyLimit.Upload);
        console.MapGet("/rounds/{code}", ShowAsync).WithMetadata(new Needs(Right.SeeRounds));
        console.MapGet("/rounds/{code}/remarks", RemarksAsync).WithMetadata(new Needs(Right.SeeRounds));
        console.MapPost("/rounds/{code}/open", (string code, IRounds rounds, ICatalogues catalogues, CancellationToken stop) => TurnAsync(code, true, rounds, catalogues, stop)).WithMetadata(new Needs(Right.RunRounds, "round.open"));
        console.MapPost("/rounds/{code}/close", (string code, IRounds rounds, ICatalogues catalogues, CancellationToken stop) => TurnAsync(code, false, rounds, catalogues, stop)).WithMetadata(new Needs(Right.RunRounds, "round.close"));
    }

    /// <summary>The round of a code; null when there is none.</summary>
    public static async Task<Round?> FindAsync(IRounds rounds, string code, CancellationToken stop) =>
        (await rounds.ListAsync(stop)).FirstOrDefault(round => string.Equals(round.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    public static IResult Missing(string code) => Pages.Problem("404.2", "console.problem.round", ("code", code));

    static async Task<IResult> ListAsync(IRounds rounds, IRegister register, ICatalogues catalogues, CancellationToken stop) =>
        Pages.Show<RoundsPage>(await ViewAsync(rounds, register, catalogues, stop));

    static async Task<IResult> UploadAsync(
        HttpContext http, IRounds rounds, IRegister register, ICatalogues catalogues, OpenRound open, TimeProvider clock, CancellationToken stop)
    {
        var upload = await Upload.ReadAsync(http, stop);
        if (upload.Problem is { } problem)
            return await Refused(upload, [], problem);
        var file = new FormFile("", upload.FileName, upload.Bytes, clock.GetUtcNow());
        var check = CheckForm.Of(file.Bytes, file.FileName);
        if (upload.OnlyChecks || check.Form is not { } form)
            return upload.OnlyChecks ? await Checked(upload, check) : await Refused(upload, check.Findings, "console.upload.refused");

        var code = upload.Code.Length > 0 ? upload.Code : Upload.Suggest(form.Id);
        var earlier = await FindAsync(rounds, code, stop);
        if (earlier is not null && !upload.Replaces)
            return await Refused(upload with { Code = code }, [], "console.upload.taken");
        if (earlier is not null && form.Version != earlier.FormVersion && catalogues.Current.Forms.ContainsKey(earlier.FormVersion))
            return await ChangePages.PreviewAsync(upload, form, file, earlier, rounds, catalogues, stop);
        var (round, findings) = await open.RunAsync(file, check, code, upload.Kind, upload.Module, upload.Moment, stop);
        return round is null ? await Refused(upload, findings, "console.upload.refused") : Pages.SeeOther($"/console/rounds/{Uri.EscapeDataString(round.Code)}?opened=1");

        async Task<IResult> Refused(Upload given, IReadOnlyList<Finding> findings, string key) =>
            Pages.Show<RoundsPage>(await ViewAsync(rounds, register, catalogues, stop) with { Upload = given, Findings = findings, Complaint = key }, StatusCodes.Status400BadRequest);

        async Task<IResult> Checked(Upload given, FormReading reading) =>
            Pages.Show<RoundsPage>(await ViewAsync(rounds, register, catalogues, stop) with { Upload = given, Findings = reading.Findings, Checked = reading });
    }

    static async Task<RoundList> ViewAsync(IRounds rounds, IRegister register, ICatalogues catalogues, CancellationToken stop)
    {
        var counts = (await SessionCounts.ReadAsync(register, stop)).BySubject;
        return new RoundList([.. catalogues.Current.Library.Modules], [.. (await rounds.ListAsync(stop))
            .OrderByDescending(round => round.IsOpen).ThenByDescending(round => round.OpenedAt)
            .Select(round => new RoundLine(round, catalogues.Current.Forms.GetValueOrDefault(round.FormVersion), counts.GetValueOrDefault(round.Code)))]);
    }

    static async Task<IResult> ShowAsync(
        string code, string? opened, string? moved, HttpContext http, ConsoleOptions options, IRounds rounds, IRegister register, ICatalogues catalogues, FrozenFigures figures, CancellationToken stop)
    {
        if (await FindAsync(rounds, code, stop) is not { } round)
            return Missing(code);
        var counts = (await SessionCounts.ReadAsync(register, stop)).Of(round.Code);
        var form = catalogues.Current.Forms.GetValueOrDefault(round.FormVersion);
        var link = Link(http, options) + "/chat?code=" + Uri.EscapeDataString(round.Code);
        return Pages.Show<RoundPage>(new RoundView(round, form, counts, link, QrCode.Of(link), opened is not null)
        {
            TelegramLink = options.TelegramName.Length == 0 ? null : $"https://t.me/{options.TelegramName}?start={Uri.EscapeDataString(round.Code)}",
            DropOffs = form is null ? new([], null) : await figures.OfAsync($"way/{round.Code}/{form.Version}", counts.Begun, over => DropOff.OfAsync(form, register.EachAsync(null, round.Code, over), over), stop),
            Versions = VersionCount.Of(round, counts, await rounds.FilesAsync(stop)),
            Moved = int.TryParse(moved, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
        });
    }

    static string Link(HttpContext http, ConsoleOptions options) =>
        options.PublicUrl.Length > 0 ? options.PublicUrl.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";

    static async Task<IResult> RemarksAsync(string code, IRounds rounds, KnownRemarks remarks, CancellationToken stop)
    {
        if (await FindAsync(rounds, code, stop) is not { } round)
            return Missing(code);
        return (await rounds.FilesAsync(stop)).FirstOrDefault(file => file.Version == round.FormVersion) is { } file
            ? Pages.Show<RemarksPage>(new RoundRemarks(round, remarks.Of(file)))
            : Pages.Problem("404.3", "console.problem.file", ("code", code));
    }

    static async Task<IResult> TurnAsync(string code, bool isOpen, IRounds rounds, ICatalogues catalogues, CancellationToken stop)
    {
        if (await FindAsync(rounds, code, stop) is not { } round)
            return Missing(code);
        await rounds.PutAsync(round with { IsOpen = isOpen }, stop);
        await catalogues.RefreshAsync(stop);
        return Pages.SeeOther($"/console/rounds/{Uri.EscapeDataString(round.Code)}");
    }
}
