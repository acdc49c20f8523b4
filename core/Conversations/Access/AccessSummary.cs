using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Access;

/// <summary>What is kept of a person, in so many words as a chat bears.</summary>
static class AccessSummary
{
    /// <summary>Forms that are named; of more, the latest.</summary>
    const int MostForms = 8;

    /// <summary>Channels that are our own: nobody else carries their messages.</summary>
    static readonly HashSet<string> Own = ["web"];

    public static string Of(Scene scene)
    {
        var hers = scene.Conversation;
        List<string> lines =
        [
            scene.Text("access.intro"),
            scene.Text("access.number", ("number", hers.Person.Short)),
            scene.Text("access.language", ("language", scene.Text("language.name"))),
            scene.Text("access.reach", ("addresses", string.Join(", ", Reaches(scene).Distinct()))),
            .. hers.Consents.Select(consent => Consent(scene, consent)),
            .. hers.Sessions.Where(session => session.Flow != "lesson").TakeLast(MostForms).Select(session => Form(scene, session)),
        ];
        if (hers.Sessions.Count(session => session.Flow == "lesson") is > 0 and var lessons)
            lines.Add(scene.Text("access.lessons", ("count", lessons), ("done", hers.Sessions.Count(session => session is { Flow: "lesson", Submitted: not null }))));
        lines.Add(Receivers(scene));
        lines.Add(scene.Text("access.rights"));
        return string.Join('\n', lines);
    }

    /// <summary>Who carries the person's messages beside us, in words; "" when nobody does.</summary>
    public static string Carriers(Conversation hers, Language language) => string.Join(", ", hers.Reaches.Select(reach => reach.Address.Channel).Append(hers.Address.Channel)
        .Where(channel => !Own.Contains(channel)).Distinct().Select(channel => Channel(channel, language)));

    static string Receivers(Scene scene) =>
        scene.Text("access.receivers", ("carriers", Carriers(scene.Conversation, scene.Language) is { Length: > 0 } carriers ? carriers : scene.Text("access.receivers.own")));

    static IEnumerable<string> Reaches(Scene scene) => scene.Conversation.Reaches.Select(reach => reach.Address).Append(scene.Conversation.Address)
        .Select(address => $"{Channel(address.Channel, scene.Language)} …{address.End()}");

    static string Consent(Scene scene, People.Consent consent) => scene.Text(
        "access.consent", ("purpose", Purpose(consent.Purpose, scene.Language)), ("answer", scene.Text(consent.Given ? "access.yes" : "access.no")), ("date", KigaliTime.Written(scene.Language, consent.At)));

    static string Form(Scene scene, Session session) => scene.Text(
        "access.answers", ("title", MenuTalk.Title(scene, session)), ("count", session.Answers.Count(answer => answer.Value.Length > 0)), ("state", State(session, scene.Language)));

    public static string State(Session session, Language language) => session.Submitted is { } submitted ? Text.Of(language, "access.state.done", ("date", KigaliTime.Written(language, submitted)))
        : Text.Of(language, session.IsOver ? "access.state.over" : "access.state.running");

    /// <summary>What is consented to, in the person's words; a consent from before there were purposes is for a kind of form.</summary>
    public static string Purpose(string purpose, Language language) => new[] { $"purpose.{purpose}", $"access.purpose.{purpose}" }.FirstOrDefault(key => Text.Has(language, key)) is { } known ? Text.Of(language, known) : purpose;

    public static string Channel(string channel, Language language) => Text.Has(language, $"talk.channel.{channel}") ? Text.Of(language, $"talk.channel.{channel}") : channel;
}
