using RbcBot.Admin.Shared;
using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>What the page of all rounds shows.</summary>
public sealed record RoundList(IReadOnlyList<Module> Modules, IReadOnlyList<RoundLine> Lines)
{
    /// <summary>What was just uploaded; empty at first.</summary>
    public Upload Upload { get; init; } = Upload.Nothing;

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Text key of why it was not opened; null when nothing was wrong.</summary>
    public string? Complaint { get; init; }

    /// <summary>The outcome of a check without opening; null when there was none.</summary>
    public FormReading? Checked { get; init; }
}

/// <summary>One round in the list.</summary>
/// <param name="Form">Null when its file is not in the catalogue.</param>
public sealed record RoundLine(Round Round, Form? Form, (int Begun, int Submitted) Count);

/// <summary>What one round's page shows.</summary>
/// <param name="IsNew">Whether it was opened a moment ago.</param>
public sealed record RoundView(Round Round, Form? Form, SessionCounts Counts, string Link, QrCode Qr, bool IsNew)
{
    /// <summary>Null when no Telegram bot is set.</summary>
    public string? TelegramLink { get; init; }

    public Frozen<IReadOnlyList<DropOff>> DropOffs { get; init; } = new([], null);

    /// <summary>The versions that new sessions begin with and that sessions stand on.</summary>
    public IReadOnlyList<VersionCount> Versions { get; init; } = [];

    /// <summary>How many sessions were sent on to another version a moment ago; null when none were.</summary>
    public int? Moved { get; init; }
}
