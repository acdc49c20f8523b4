using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Answers that are sent and not written: a place, a picture, a sound, a film, a document.</summary>
public static class SentAnswers
{
    /// <summary>Whether the question that stands open in front takes what was sent; a channel fetches a file only then, so that no picture is kept unasked.</summary>
    public static bool Fit(Conversation conversation, Catalogue catalogue, Said said) => (Standing(conversation, catalogue), said) switch
    {
        ({ Type: QuestionType.GeoPoint or QuestionType.GeoTrace or QuestionType.GeoShape }, { Kind: SaidKind.Location }) => true,
        ({ Type: QuestionType.Text }, { Kind: SaidKind.Contact, Number: not null }) => true,
        ({ IsMedia: true } question, { File: { } file }) => Fits(question.Type, file.Type),
        _ => false,
    };

    /// <summary>What the channel should make easy to send for an answer of the type.</summary>
    public static Sharing Sharing(QuestionType type) => type switch
    {
        QuestionType.GeoPoint or QuestionType.GeoTrace or QuestionType.GeoShape => Conversations.Sharing.Location,
        QuestionType.Image => Conversations.Sharing.Image,
        QuestionType.Audio => Conversations.Sharing.Audio,
        QuestionType.Video => Conversations.Sharing.Video,
        QuestionType.File => Conversations.Sharing.File,
        _ => Conversations.Sharing.None,
    };

    internal static bool Fit(Scene scene) => Fit(scene.Conversation, scene.Catalogue, scene.Said);

    /// <summary>The canonical answer; null when it could not be taken.</summary>
    internal static string? Value(Said said) => said.File is { Fault: null, Name.Length: > 0 } file ? file.Name : said.Place;

    static Question? Standing(Conversation conversation, Catalogue catalogue) =>
        conversation.Sessions.FirstOrDefault(session => session.Id == conversation.Front) is { Asked: { } asked } session
        && catalogue.Forms.TryGetValue(session.FormVersion, out var form) ? form.Find(asked.Path) : null;

    static bool Fits(QuestionType type, string media) => type switch
    {
        QuestionType.Image => media.StartsWith("image/", StringComparison.Ordinal),
        QuestionType.Audio => media.StartsWith("audio/", StringComparison.Ordinal),
        QuestionType.Video => media.StartsWith("video/", StringComparison.Ordinal),
        _ => type == QuestionType.File,
    };
}
