using RbcBot.Core.Calendar;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Forms;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;

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

    /// <summary>Numbers to call as the console changed them; null while those of the content folder stand.</summary>
    public IReadOnlyList<Helpline>? Numbers { get; init; }

    /// <summary>Whom to call, the most urgent first.</summary>
    public IReadOnlyList<Helpline> Helplines => Numbers ?? Library.Helplines;

    /// <summary>Reads a text for danger; null for the lexicon of this programme.</summary>
    public Func<string, bool, CrisisReading>? ReadCrisis { get; init; }

    /// <summary>Who is responsible for people's data, as the console says.</summary>
    public PrivacySettings Privacy { get; init; } = PrivacySettings.None;

    /// <summary>How long what is kept.</summary>
    public RetentionRules Retention { get; init; } = RetentionRules.Usual;

    public static readonly Catalogue Empty = new([], new Dictionary<string, Form>(), Library.Empty);

    /// <summary>The round of a code, compared without case and outer blanks; null when there is none.</summary>
    public Round? Round(string code) =>
        Rounds.FirstOrDefault(round => string.Equals(round.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));
}
