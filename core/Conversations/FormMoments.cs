using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>What a run sees beside its answers: time, a chance of its own, and the person's last submission of the same form.</summary>
static class FormMoments
{
    public static FormMoment Of(Conversation conversation, Session session, Catalogue catalogue, DateTimeOffset now) =>
        new(session.Started, now, KigaliTime.Zone)
        {
            Seed = Seed(session.Id),
            Language = Languages.Code(conversation.Language ?? Texts.Language.En),
            Person = Person(conversation),
            LastSaved = LastSaved(conversation, session, catalogue),
        };

    /// <summary>The person's id stands for a user's name; the number is known where it is the address.</summary>
    static Dictionary<string, string> Person(Conversation conversation)
    {
        var known = new Dictionary<string, string> { ["username"] = conversation.Person.Value };
        if (conversation.Address is { Channel: "whatsapp" or "sms", Value: { Length: > 0 } number })
            known["phonenumber"] = number;
        return known;
    }

    // The same session has the same chance at every turn and on every machine.
    static long Seed(string id) => (long)(StableHash.Of(id) >> 1);

    static IReadOnlyList<GivenAnswer> LastSaved(Conversation conversation, Session session, Catalogue catalogue)
    {
        var form = catalogue.Forms[session.FormVersion].Id;
        return conversation.Sessions.LastOrDefault(other => other.Submitted is not null && other.Id != session.Id
            && catalogue.Forms.TryGetValue(other.FormVersion, out var known) && known.Id == form)?.Submission ?? [];
    }
}
