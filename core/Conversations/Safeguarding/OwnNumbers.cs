using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Safety;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>Questions that ask the person for numbers of her own: her telephone, her id, her birthday. What answers them names no patient.</summary>
static class OwnNumbers
{
    /// <summary>Parts of question names by which authors ask for such.</summary>
    static readonly string[] Names = ["phone", "tel", "mobile", "whatsapp", "number", "numero", "nimero", "contact", "id_", "_id", "nid", "birth", "naissance", "amavuko"];

    /// <param name="found">What in her words looks like a patient's.</param>
    public static bool AreAsked(Conversation conversation, Said said, IReadOnlyList<PatientMark> found, Catalogue catalogue, DateTimeOffset now)
    {
        if (conversation.Sessions.FirstOrDefault(session => session.Id == conversation.Front) is not { } session || !catalogue.Forms.TryGetValue(session.FormVersion, out var form))
            return false;
        var paths = said.Kind == SaidKind.Edited ? session.Written.Where(written => written.Message == said.Message).Select(written => written.Path)
            : session.Asked is { } asked ? asked.Together.Append(asked.Path) : [];
        var run = new Lazy<FormRun>(() => FormRun.Of(form, session.Answers, FormMoments.Of(conversation, session, catalogue, now)));
        return paths.Any(path => form.Find(path) is { } question && question switch
        {
            { Type: QuestionType.Text } => Wants(question) || Refuses(run.Value, path),
            { HasChoices: true } => IsOption(run.Value, path, said.Words, conversation, now),
            _ => !found.Contains(PatientMark.Name),
        });
    }

    static bool Wants(Question question) =>
        question.Appearance.Contains("numbers", StringComparison.Ordinal)
        || Names.Any(name => question.Name.Contains(name, StringComparison.OrdinalIgnoreCase));

    // A text that takes no words takes a number.
    static bool Refuses(FormRun run, string path) => run.Try(path, "telephone").Run is null;

    // The words of an option may speak of a patient of the lesson's; whatever is no option is her own.
    static bool IsOption(FormRun run, string path, string words, Conversation conversation, DateTimeOffset now) =>
        run.At(path) is { } step && Understand.Answer(step, words, conversation.Language ?? Texts.Language.Rw, KigaliTime.Day(now)).Value is not null;
}
