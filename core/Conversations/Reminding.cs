using System.Globalization;
using RbcBot.Core.Calendar;

namespace RbcBot.Core.Conversations;

/// <summary>Reminders of a session that was left: two, then silence. They carry the step they were set at and do nothing when it has moved on.</summary>
public static class Reminding
{
    /// <summary>Days of silence before the first and the second reminder; docs/sources.md#nudges.</summary>
    static readonly IReadOnlyList<int> Days = [2, 5];

    /// <summary>Sets the next reminder of an unfinished session, or takes it away from one that is over.</summary>
    public static void Set(Scene scene, Session session)
    {
        var dueAt = session.IsOver ? (DateTimeOffset?)null : QuietHours.ByRule.NextAllowed(scene.Now.AddDays(Days[0]));
        scene.Remind(new Reminder(session.Id, Subject(session.Id, scene.Conversation.Asks, 0), dueAt));
    }

    internal static void Take(Scene scene, string subject)
    {
        var parts = subject.Split('/');
        var session = scene.Conversation.Sessions.FirstOrDefault(other => other.Id == parts[0]);
        var step = int.Parse(parts[2], CultureInfo.InvariantCulture);
        if (session is null or { IsOver: true } || scene.Conversation.IsSilenced || parts[1] != Asks(scene))
            return;

        // A bot that was down comes back at any hour.
        if (!QuietHours.ByRule.Allows(scene.Now))
        {
            scene.Remind(new Reminder(session.Id, scene.Said.Words, QuietHours.ByRule.NextAllowed(scene.Now)));
            return;
        }

        scene.Reply(new Outbound(
            scene.Text("talk.reminder", ("title", MenuTalk.Title(scene, session))),
            [scene.Button(Command.Resume), scene.Button(Command.Pause), scene.Button(Command.Stop)]));
        if (step + 1 < Days.Count)
            scene.Remind(new Reminder(session.Id, Subject(session.Id, scene.Conversation.Asks, step + 1),
                QuietHours.ByRule.NextAllowed(Next(scene, step))));
    }

    /// <summary>By the plan, not by when this one came: a bot that was down moves nothing. But never two on one day.</summary>
    static DateTimeOffset Next(Scene scene, int step)
    {
        var planned = scene.Inbound.At.AddDays(Days[step + 1] - Days[step]);
        return planned > scene.Now.AddDays(1) ? planned : scene.Now.AddDays(1);
    }

    static string Subject(string session, int asks, int step) => string.Create(CultureInfo.InvariantCulture, $"remind:{session}/{asks}/{step}");

    static string Asks(Scene scene) => scene.Conversation.Asks.ToString(CultureInfo.InvariantCulture);
}
