using System.Globalization;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Core.Conversations;

/// <summary>Reminders of a session that was left: two, then silence. They carry the step they were set at and do nothing when it has moved on.</summary>
public static class Reminding
{
    /// <summary>Days of silence before the first and the second reminder; docs/sources.md#nudges.</summary>
    static readonly IReadOnlyList<int> Days = [2, 5];

    /// <summary>Sets the next reminder of an unfinished session, or takes it away from one that is over.</summary>
    public static void Set(Scene scene, Session session)
    {
        var dueAt = session.IsOver ? (DateTimeOffset?)null : scene.Catalogue.Quiet.NextAllowed(scene.Now.AddDays(Days[0]));
        Holding.Forget(scene, held => held.Key == session.Id);
        scene.Remind(new Reminder(session.Id, Words(session.Id, scene.Conversation.Asks, 0), dueAt));
    }

    /// <summary>The reminder; null when the session is over or has moved on: by then it may wait in the lane already.</summary>
    /// <param name="subject">Session, step and number of the reminder.</param>
    internal static Nudge? Nudge(Scene scene, string words, string subject)
    {
        var parts = subject.Split('/');
        var session = scene.Conversation.Sessions.FirstOrDefault(other => other.Id == parts[0]);
        var step = int.Parse(parts[2], CultureInfo.InvariantCulture);
        if (session is null or { IsOver: true } || parts[1] != Asks(scene) || session.Touched > scene.Inbound.At)
            return null;

        var title = MenuTalk.Title(scene, session);
        return new Nudge(session.Id, words, new TemplateUse("reminder", [title]), on => Say(on, title))
        {
            IsCall = true,
            Then = on => Plan(on, session, step + 1),
        };
    }

    static void Say(Scene scene, string title) => scene.Reply(new Outbound(
        scene.Text("talk.reminder", ("title", title)), [scene.Button(Command.Resume), scene.Button(Command.Pause), scene.Button(Command.Stop)]));

    static void Plan(Scene scene, Session session, int step)
    {
        if (step < Days.Count)
            scene.Remind(new Reminder(session.Id, Words(session.Id, scene.Conversation.Asks, step), scene.Catalogue.Quiet.NextAllowed(Next(scene, step))));
    }

    /// <summary>By the plan, not by when this one came: a bot that was down moves nothing. But never two on one day.</summary>
    static DateTimeOffset Next(Scene scene, int step)
    {
        var planned = scene.Inbound.At.AddDays(Days[step] - Days[step - 1]);
        return planned > scene.Now.AddDays(1) ? planned : scene.Now.AddDays(1);
    }

    static string Words(string session, int asks, int step) => string.Create(CultureInfo.InvariantCulture, $"remind:{session}/{asks}/{step}");

    static string Asks(Scene scene) => scene.Conversation.Asks.ToString(CultureInfo.InvariantCulture);
}
