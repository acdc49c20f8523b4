using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Simulator;

/// <summary>What the simulator shows of a rehearsal.</summary>
/// <param name="Address">Where the page is, and where its forms post to.</param>
/// <param name="Code">The round's code; null for an uploaded file.</param>
/// <param name="ShowsAll">Whether the whole talk is shown, not its end alone.</param>
public sealed record SimulatorView(Tried Tried, string Address, string? Code, bool ShowsAll, RowChoice Choice, IReadOnlyList<RowView> Rows)
{
    /// <summary>Exchanges shown at the end of a talk.</summary>
    const int Shown = 2;

    /// <summary>The channels side by side.</summary>
    public static IReadOnlyList<Capabilities> Channels { get; } = [Capabilities.Telegram, Capabilities.WhatsApp, Capabilities.Sms];

    public Rehearsal Rehearsal => Tried.Rehearsal;

    public Form Form => Rehearsal.Form;

    public Language Language => Rehearsal.Language;

    public bool IsOver => Rehearsal.Session.IsOver;

    public bool HidesSome => !ShowsAll && Rehearsal.Exchanges.Count > Shown;

    /// <summary>What the question wants to be sent beside words; None when it wants nothing of the kind.</summary>
    public Sharing Wanted => Rehearsal.Exchanges[^1].Replies is [.., var last] && last.Sharing != Sharing.Over ? last.Sharing : Sharing.None;

    /// <summary>Languages of ours that the form has, all of them when it names none.</summary>
    public IReadOnlyList<Language> Languages => [.. Core.Texts.Languages.All.Where(language => Form.LanguageCodes is [""] || Form.LanguageCodes.Contains(Core.Texts.Languages.Code(language)))];

    public IReadOnlyList<Bubble> Bubbles(Capabilities channel) =>
        Bubble.Of([.. ShowsAll ? Rehearsal.Exchanges : Rehearsal.Exchanges.TakeLast(Shown)], channel);

    public static SimulatorView Of(Tried tried, string address, string? code, bool showsAll, RowChoice choice, DateTimeOffset now)
    {
        var asked = tried.Rehearsal.Session.Asked?.Path;
        RowView[] rows = [.. tried.Rehearsal.Run(now).Explain().Select(state => RowView.Of(state, asked)).Where(row => Shows(row, choice))];
        return new(tried, address, code, showsAll, choice, rows);
    }

    static bool Shows(RowView row, RowChoice choice) => choice switch
    {
        RowChoice.All => true,
        RowChoice.Out => row.Standing == RowStanding.Out,
        RowChoice.Hidden => row.Standing == RowStanding.Hidden,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}

/// <summary>What the page shows on which a form to be tried is chosen.</summary>
/// <param name="Complaint">Text key of what was wrong with the file; null when nothing was.</param>
/// <param name="Rounds">Code and form of every round whose form is there.</param>
public sealed record SimulatorStart(IReadOnlyList<(string Code, Form Form)> Rounds, bool HasFile, string FileName, string? Complaint, FormReading? Refused, byte[] Bytes);
