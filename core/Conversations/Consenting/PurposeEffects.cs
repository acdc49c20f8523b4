using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>What was answered is kept, and takes effect in the same turn.</summary>
static class PurposeEffects
{
    /// <param name="sha256">Of the text that was answered.</param>
    /// <param name="isShort">Whether that was the shorter one.</param>
    public static void Keep(Scene scene, IReadOnlyList<Purpose> given, IReadOnlyList<Purpose> refused, string sha256, bool isShort = false)
    {
        List<Consent> consents = [.. Purposes.All.Where(purpose => given.Contains(purpose) || refused.Contains(purpose))
            .Select(purpose => Consent(scene, Purposes.Word(purpose), Purposes.Version, isShort ? Purposes.ShortTextId : Purposes.TextId, given.Contains(purpose), sha256))];
        if (consents.Count == 0)
            return;
        scene.Conversation = Marked(scene.Conversation with { Consents = [.. scene.Conversation.Consents, .. consents] });
        scene.Note(new PurposesAnswered(scene.Conversation.Person, scene.Now, consents));
        if (refused.Contains(Purpose.Reminders))
            Holding.Forget(scene, held => !Dues.IsAwaited(held.Words));
        if (refused.Contains(Purpose.Selection))
            WithdrawApplications(scene);
    }

    /// <summary>A consent with all that proves it.</summary>
    public static Consent Consent(Scene scene, string purpose, string version, string textId, bool isGiven, string sha256) =>
        new(purpose, version, scene.Language, isGiven, scene.Now) { TextId = textId, Sha256 = sha256, Channel = scene.Inbound.From.Channel, Message = scene.Inbound.ExternalId };

    /// <summary>The conversation with its sessions kept out of research, or let in again, as the person wants it.</summary>
    public static Conversation Marked(Conversation conversation)
    {
        var isKeptOut = Agreement.Of(conversation.Consents, Purpose.Research) == AgreementState.Refused;
        return conversation.Sessions.All(session => session.IsKeptOut == isKeptOut) ? conversation
            : conversation with { Sessions = [.. conversation.Sessions.Select(session => session with { IsKeptOut = isKeptOut })] };
    }

    static void WithdrawApplications(Scene scene)
    {
        var front = scene.Conversation.Front;
        foreach (var session in scene.Conversation.Sessions.Where(session => Purposes.OfFlow(session.Flow) == Purpose.Selection).ToList())
        {
            scene.Conversation = scene.Conversation with { Front = session.Id };
            if (scene.Flow.CanWithdraw(scene) && session.State != nameof(FormState.Consenting))
                scene.Flow.Withdraw(scene);
        }
        scene.Conversation = scene.Conversation with { Front = front };
        if (front is not null && scene.Session.State == nameof(FormState.Withdrawn))
            Doors.Close(scene);
    }
}
