using RbcBot.Core.Calendar;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Conversations;

/// <summary>What a turn may look up: rounds, compiled forms and content, as they stand now. Immutable.</summary>
/// <param name="Forms">Every form version that any session may be pinned to, by version.</param>
public sealed record Catalogue(
    IReadOnlyList<Round> Rounds,
    IReadOnlyDictionary<string, Form> Forms,
    Library Library)
{
    /// <summary>When nudges may go out, with what the government announced.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.ByRule;

    /// <summary>What this month's templates cost, and may cost.</summary>
    public TemplateBudget Budget { get; init; } = TemplateBudget.None;

    public static readonly Catalogue Empty = new([], new Dictionary<string, Form>(), Library.Empty);

    /// <summary>The round of a code, compared without case and outer blanks; null when there is none.</summary>
    public Round? Round(string code) =>
        Rounds.FirstOrDefault(round => string.Equals(round.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));
}
