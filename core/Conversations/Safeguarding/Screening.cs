using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>What a free text says of danger and of patients, read before anything is decided.</summary>
/// <param name="Inbound">As it is decided on: patients masked, and marked when the card went out with it.</param>
public sealed record Screening(Inbound Inbound, CrisisReading Crisis, IReadOnlyList<PatientMark> Patient)
{
    static readonly Dictionary<string, Form> NoForms = [];

    /// <summary>Whether nothing was found, as nearly always.</summary>
    public bool IsClean => Crisis.Level == SafetyLevel.None && Patient.Count == 0;

    /// <summary>Whether the text speaks of danger to whoever wrote it, or to somebody beside her.</summary>
    public bool IsOwnDanger => Crisis.Level is SafetyLevel.Distress or SafetyLevel.Violence or SafetyLevel.Seizure or SafetyLevel.Imminent;

    /// <summary>Whom to call.</summary>
    public IReadOnlyList<Helpline> Numbers { get; init; } = [];

    /// <summary>Every form version that an answer may be to.</summary>
    public IReadOnlyDictionary<string, Form> Forms { get; init; } = NoForms;

    public static Screening Of(Conversation conversation, Inbound inbound, Catalogue catalogue, DateTimeOffset now)
    {
        var said = inbound.Said;
        if (!IsFree(said))
            return new(inbound, CrisisReading.Nothing, []);
        var crisis = ReadCrisis(said, conversation, catalogue);
        var patient = ReadPatient(conversation, said, catalogue, now);
        if (crisis.Level != SafetyLevel.None)
            said = said with { IsCarded = true };
        if (patient is not null)
            said = said with { Words = patient.Text };
        return new(ReferenceEquals(said, inbound.Said) ? inbound : inbound with { Said = said }, crisis, patient?.Found ?? []) { Numbers = catalogue.Helplines, Forms = catalogue.Forms };
    }

    /// <summary>What the text says of danger; Unread when it cannot be told, so that help is shown to be safe.</summary>
    /// <param name="conversation">To tell what answers an open question; null when nobody knows it.</param>
    public static CrisisReading ReadCrisis(Said said, Conversation? conversation, Catalogue catalogue)
    {
        try
        {
            var read = (catalogue.ReadCrisis ?? CrisisReader.Shipped.Read)(said.Words, IsAnswer(conversation, catalogue));
            return read.Level == SafetyLevel.None && IsUrgent(said) ? read with { Level = SafetyLevel.Unread } : read;
        }
        // Silence is the one fault that must not be: whatever breaks in here, the person is shown whom to call.
        catch (Exception)
        {
            return new(SafetyLevel.Unread, "");
        }
    }

    /// <summary>Whether a person wrote words of her own; a digit or a single letter is no such thing.</summary>
    public static bool IsFree(Said said) =>
        said.Kind is SaidKind.Text or SaidKind.Edited or SaidKind.Voice or SaidKind.Photo or SaidKind.Document or SaidKind.Other
        && said.Words.Length > 2;

    // Whether a question for words of her own stands open: what answers it talks about danger more often than it is in any.
    static bool IsAnswer(Conversation? conversation, Catalogue catalogue) =>
        conversation?.Sessions.FirstOrDefault(session => session.Id == conversation.Front) is { Asked: { } asked } session
        && catalogue.Forms.TryGetValue(session.FormVersion, out var form)
        && form.Find(asked.Path) is { Type: QuestionType.Text };

    // Nobody listens to voice notes: one that is called urgent gets the numbers.
    static bool IsUrgent(Said said) => said.Kind == SaidKind.Voice
        && Folding.Fold(said.Words) is var words && (words.Contains("urgen", StringComparison.Ordinal) || words.Contains("byihutirwa", StringComparison.Ordinal) || words.Contains("vuba", StringComparison.Ordinal));

    static PatientReading? ReadPatient(Conversation conversation, Said said, Catalogue catalogue, DateTimeOffset now)
    {
        // A lane that only passes on knows no question: who takes it masks it.
        if (conversation.Shared is not null || conversation.StandsFor is not null || conversation.Speaker is not null)
            return null;
        try
        {
            var read = PatientReading.Of(said.Words);
            return read.Found.Count > 0 && !OwnNumbers.AreAsked(conversation, said, read.Found, catalogue, now) ? read : null;
        }
        // A fault in here must not keep the card from a person in danger.
        catch (Exception)
        {
            return null;
        }
    }
}
