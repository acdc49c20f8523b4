namespace RbcBot.Core.Conversations;

/// <summary>What the programme or the clock says to a person: offers, letters and reminders.</summary>
static class Dues
{
    /// <summary>A session in front that rested this long counts as left: an offer may come between.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    public static void Take(Scene scene)
    {
        var (kind, subject) = Split(scene.Said.Words);
        switch (kind)
        {
            case "round" when scene.Catalogue.Round(subject) is { IsOpen: true } round:
                Offer(scene, Doors.FlowName(round.Kind), round.Code, round.FormVersion);
                break;
            case "lesson" when scene.Catalogue.Library.Lesson(subject) is not null:
                Offer(scene, "lesson", subject, "");
                break;
            case "letter" when !scene.Conversation.IsSilenced:
                Letter(scene, subject);
                break;
            case "fast" when !scene.Conversation.IsSilenced:
                scene.Say("talk.fast");
                break;
            case "migrate":
                FormMigration.Take(scene, subject);
                break;
            case "remind":
                Reminding.Take(scene, subject);
                break;
        }
    }

    /// <summary>Puts a session before the person, unless it was there before; a running session is never interrupted.</summary>
    static void Offer(Scene scene, string flow, string subject, string formVersion)
    {
        if (scene.Conversation.Language is null || scene.Conversation.Sessions.Any(session => session.Subject == subject))
            return;

        var session = Doors.Begin(scene, flow, subject, formVersion);
        if (!scene.Conversation.IsSilenced && !IsBusy(scene))
            Doors.Open(scene, session);
    }

    static void Letter(Scene scene, string subject)
    {
        var (letter, module) = Split(subject);
        var title = scene.Catalogue.Library.Modules.FirstOrDefault(other => other.Id == module)?.Title.In(scene.Language)
            ?? (Texts.Text.Has(scene.Language, $"module.{module}") ? scene.Text($"module.{module}") : module);
        scene.Say($"letter.{letter}", ("module", title));
    }

    static bool IsBusy(Scene scene) =>
        TalkMachine.State(scene.Conversation) == TalkState.ChoosingLanguage
        || (scene.Conversation.Front is not null && scene.Now - scene.Session.Touched < Rest);

    static (string, string) Split(string words) =>
        words.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? (words[..colon], words[(colon + 1)..]) : (words, "");
}
