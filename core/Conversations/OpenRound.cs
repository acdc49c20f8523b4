using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Conversations;

/// <summary>Opens a form to people under a code.</summary>
public sealed class OpenRound(IRounds rounds, ICatalogues catalogues)
{
    /// <summary>Reads the file and, when nothing in it is refused, opens the round; an open round of the same code moves new sessions to this form.</summary>
    /// <param name="kind">Null takes chat::kind of the settings sheet, else interview.</param>
    /// <param name="module">Null takes chat::module of the settings sheet, else none.</param>
    /// <param name="moment">Null takes chat::moment of the settings sheet, else none.</param>
    /// <returns>The round, or null with the findings that say why not.</returns>
    public Task<(Round? Round, IReadOnlyList<Finding> Findings)> RunAsync(
        FormFile file, string code, RoundKind? kind, string? module, string? moment, CancellationToken stop) =>
        RunAsync(file, CheckForm.Of(file.Bytes, file.FileName), code, kind, module, moment, stop);

    /// <summary>The same with a file that was checked before.</summary>
    /// <param name="check">What CheckForm says of the file.</param>
    public async Task<(Round? Round, IReadOnlyList<Finding> Findings)> RunAsync(
        FormFile file, FormReading check, string code, RoundKind? kind, string? module, string? moment, CancellationToken stop)
    {
        var (form, findings) = check;
        if (form is null)
            return (null, findings);

        var round = new Round(
            code.Trim(),
            kind ?? (Enum.TryParse<RoundKind>(form.Settings.GetValueOrDefault("chat::kind"), ignoreCase: true, out var own) ? own : RoundKind.Interview),
            form.Id, form.Version,
            module ?? form.Settings.GetValueOrDefault("chat::module", ""),
            moment ?? form.Settings.GetValueOrDefault("chat::moment", ""),
            IsOpen: true, file.UploadedAt);

        await rounds.PutFileAsync(file with { Version = form.Version }, stop);
        await rounds.PutAsync(round, stop);
        await catalogues.RefreshAsync(stop);
        return (round, findings);
    }
}
