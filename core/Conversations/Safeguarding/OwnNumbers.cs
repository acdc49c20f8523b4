using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>Questions that ask the person for numbers of her own: her telephone, her id, her birthday. What answers them names no patient.</summary>
static class OwnNumbers
{
    /// <summary>Parts of question names by which authors ask for such.</summary>
    static readonly string[] Names = ["phone", "tel", "mobile", "whatsapp", "number", "numero", "nimero", "contact", "id_", "_id", "nid", "birth", "naissance", "amavuko"];

    public static bool AreAsked(Conversation conversation, Said said, Catalogue catalogue, DateTimeOffset now)
    {
        if (conversation.Sessions.FirstOrDefault(session => session.Id == conversation.Front) is not { } session || !catalogue.Forms.TryGetValue(session.FormVersion, out var form))
            return false;
        var paths = said.Kind == SaidKind.Edited ? session.Written.Where(written => written.Message == said.Message).Select(written => written.Path)
            : session.Asked is { } asked ? asked.Together.Append(asked.Path) : [];
        return paths.Any(path => form.Find(path) is { } question && (Wants(question) || Refuses(FormRun.Of(form, session.Answers, FormMoments.Of(conversation, session, catalogue, now)), path)));
    }

    static bool Wants(Question question) =>
        question.Type != QuestionType.Text
        || question.Appearance.Contains("numbers", StringComparison.Ordinal)
        || Names.Any(name => question.Name.Contains(name, StringComparison.OrdinalIgnoreCase));

    // A text that takes no words takes a number.
    static bool Refuses(FormRun run, string path) => run.Try(path, "telephone").Run is null;
}
