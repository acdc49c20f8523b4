using RbcBot.Core.Conversations.Breaches;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations;

/// <summary>What the programme or the clock says to a person: offers, letters and reminders.</summary>
static class Dues
{
    /// <summary>Whether the words say what a person waits for, or must be told: they go though she wants no reminders.</summary>
    public static bool IsAwaited(string words) => Split(words).Item1 is "letter" or BreachNotice.Kind;

    public static void Take(Scene scene)
    {
        var words = scene.Said.Words;
        var waited = Holding.Take(scene, words);
        var (kind, subject) = Split(words);
        if (kind == Erase.Subject)
            Erase.TakeDue(scene);
        else if (kind == "migrate")
            FormMigration.Take(scene, subject);
        // It answers what the person just wrote, if only too fast: no nudge.
        else if (kind == "fast" && !scene.Conversation.IsSilenced)
            scene.Say("talk.fast");
        else if (waited || !IsKnown(scene, kind, subject))
            TakeNudge(scene, words);
    }

    /// <summary>What the words of a due inbound say to the person; null when they say nothing any more.</summary>
    public static Nudge? Nudge(Scene scene, string words)
    {
        var (kind, subject) = Split(words);
        return kind switch
        {
            "lesson" or "round" when IsOpen(scene, kind, subject) && !IsRefused(scene, kind, subject) => Offer(scene, words, subject),
            "letter" => Letter(scene, words, subject),
            BreachNotice.Kind => BreachNotice.Nudge(scene, words, subject),
            "remind" => Reminding.Nudge(scene, words, subject),
            _ => null,
        };
    }

    /// <summary>Whether the words offer the session.</summary>
    public static bool Concerns(string words, Session session) =>
        Split(words) is ("lesson" or "round", var subject) && string.Equals(subject, session.Subject, StringComparison.OrdinalIgnoreCase);

    // Released twice is offered once; it waits in the menu from the first time on, whether anything is said or not.
    static void TakeNudge(Scene scene, string words)
    {
        var (kind, subject) = Split(words);
        var round = kind == "round" ? scene.Catalogue.Round(subject) : null;
        if (IsOpen(scene, kind, subject) && scene.Conversation.Language is not null && !IsKnown(scene, kind, subject))
            Doors.Begin(scene, round is null ? "lesson" : Doors.FlowName(round.Kind), round?.Code ?? subject, round?.FormVersion ?? "");
        if (Nudge(scene, words) is not { } nudge)
            return;
        // Who waits to be erased is left in peace; if she stays after all, she hears of it then.
        if (EraseTalk.Waits(scene.Conversation))
            Holding.Keep(scene, nudge, null);
        else
            Nudging.Take(scene, nudge);
    }

    static bool IsKnown(Scene scene, string kind, string subject) =>
        kind is "lesson" or "round" && scene.Conversation.Sessions.Any(session => session.Subject == Code(scene, kind, subject));

    static bool IsOpen(Scene scene, string kind, string subject) => kind switch
    {
        "round" => scene.Catalogue.Round(subject) is { IsOpen: true },
        "lesson" => scene.Catalogue.Library.Lesson(subject) is not null,
        _ => false,
    };

    // Not offered against her will; it waits in the menu.
    static bool IsRefused(Scene scene, string kind, string subject)
    {
        var flow = kind == "round" && scene.Catalogue.Round(subject) is { } round ? Doors.FlowName(round.Kind) : kind;
        return Agreement.Of(scene.Conversation.Consents, Purposes.OfFlow(flow)) == AgreementState.Refused;
    }

    static string Code(Scene scene, string kind, string subject) => (kind == "round" ? scene.Catalogue.Round(subject)?.Code : null) ?? subject;

    static Nudge? Offer(Scene scene, string words, string subject)
    {
        var session = scene.Conversation.Sessions.FirstOrDefault(other => Concerns(words, other));
        if (session is { IsOver: true } or { State: not "Offered" })
            return null;
        var lesson = scene.Catalogue.Library.Lesson(subject);
        var title = session is null ? "" : MenuTalk.Title(scene, session);
        var template = lesson is null ? new TemplateUse("invitation", [title]) : new TemplateUse("lesson", [title, $"{lesson.Cards.Count}"]);
        return new Nudge($"nudge/{words}", words, template, on => Doors.Open(on, session ?? throw new InvalidOperationException("Nobody was offered it.")))
        {
            TakesFront = true,
        };
    }

    static Nudge Letter(Scene scene, string words, string subject)
    {
        var (letter, module) = Split(subject);
        var title = scene.Catalogue.Library.Modules.FirstOrDefault(other => other.Id == module)?.Title.In(scene.Language)
            ?? (Texts.Text.Has(scene.Language, $"module.{module}") ? scene.Text($"module.{module}") : module);
        return new Nudge($"nudge/{words}", words, new TemplateUse("letter", [title]), on => on.Say($"letter.{letter}", ("module", title))) { IsAwaited = true };
    }

    static (string, string) Split(string words) =>
        words.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? (words[..colon], words[(colon + 1)..]) : (words, "");
}
