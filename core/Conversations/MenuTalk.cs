using RbcBot.Core.Texts;

using RbcBot.Core.Conversations.Safeguarding;

namespace RbcBot.Core.Conversations;

/// <summary>The menu: what waits for the person, and what she may do.</summary>
static class MenuTalk
{
    const string Prefix = "s:";

    /// <summary>After this many messages in a row that fit nothing, help is shown instead of the menu.</summary>
    const int UnclearBeforeHelp = 3;

    public static IEnumerable<Session> Unfinished(Scene scene) =>
        scene.Conversation.Sessions.Where(session => !session.IsOver).OrderBy(session => session.Touched);

    /// <summary>The menu: inside a session what can be done with it, otherwise what waits.</summary>
    public static void Show(Scene scene)
    {
        if (scene.Conversation.Front is not null)
            ShowInSession(scene);
        else
            ShowAll(scene);
    }

    /// <summary>Takes words or a button at the menu.</summary>
    /// <param name="isAnswered">Whether the turn has said something helpful already.</param>
    public static void Take(Scene scene, bool isAnswered)
    {
        if (Chosen(scene) is { } session)
            Doors.Resume(scene, session);
        else if (Doors.CodeIn(scene) is { } code)
            Doors.Enter(scene, code);
        else
            TakeUnclear(scene, isAnswered);
    }

    static void TakeUnclear(Scene scene, bool isAnswered)
    {
        if (Courtesies.Returned(scene) is { } courtesy)
        {
            Return(scene, courtesy);
            return;
        }

        scene.Conversation = scene.Conversation with { Unclear = scene.Conversation.Unclear + 1 };
        if (scene.Conversation.Unclear >= UnclearBeforeHelp)
        {
            scene.Conversation = scene.Conversation with { Unclear = 0 };
            HelpTalk.Show(scene);
            return;
        }

        if (Calm.Holds(scene) && scene.Said.Kind == SaidKind.Text)
        {
            Calm.SayUnclear(scene);
            return;
        }

        if (!isAnswered)
            scene.Say(scene.Said.Kind == SaidKind.Choice ? "talk.button.old" : "talk.unclear");
        ShowAll(scene);
    }

    static void Return(Scene scene, string courtesy)
    {
        if (Calm.Holds(scene))
            Calm.SayGently(scene, courtesy);
        else
            ShowAll(scene, courtesy + "\n\n");
    }

    static void ShowInSession(Scene scene) => scene.Reply(new Outbound(
        scene.Text("talk.menu.session", ("title", Title(scene, scene.Session))),
        [
            scene.Button(Command.Resume), scene.Button(Command.Pause), scene.Button(Command.Language), scene.Button(Command.Help),
            .. scene.Flow.CanWithdraw(scene) ? new[] { CommandTalk.WithdrawButton(scene) } : [],
            scene.Button(Command.Stop),
        ]));

    static void ShowAll(Scene scene, string lead = "")
    {
        var waiting = Unfinished(scene).ToList();
        var text = scene.Text(waiting.Count == 0 ? "talk.menu.empty" : "talk.menu");
        scene.Reply(new Outbound(lead + text,
        [
            .. waiting.Select(session => new Button(Title(scene, session), Prefix + Number(scene, session))),
            scene.Button(Command.Language), scene.Button(Command.Help), scene.Button(Command.Stop),
        ]));
    }

    static Session? Chosen(Scene scene)
    {
        var waiting = Unfinished(scene).ToList();
        if (scene.Said is { Kind: SaidKind.Choice } choice && choice.Words.StartsWith(Prefix, StringComparison.Ordinal))
            return waiting.FirstOrDefault(session => Prefix + Number(scene, session) == choice.Words);
        return int.TryParse(scene.Said.Words, out var number) && number >= 1 && number <= waiting.Count ? waiting[number - 1] : null;
    }

    static int Number(Scene scene, Session session) =>
        scene.Conversation.Sessions.Select(other => other.Id).ToList().IndexOf(session.Id) + 1;

    /// <summary>What a person calls the session: the form's title, or the lesson's.</summary>
    public static string Title(Scene scene, Session session)
    {
        if (scene.Catalogue.Library.Lesson(session.Subject) is { } lesson)
            return lesson.Title.In(scene.Language);
        if (!scene.Catalogue.Forms.TryGetValue(session.FormVersion, out var form))
            return session.Subject;
        return form.Titles.TryGetValue(Languages.Code(scene.Language), out var title) ? title : form.Titles.Values.FirstOrDefault(session.Subject);
    }
}
