using System.Globalization;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Lessons;

/// <summary>A micro-lesson over chat: offered, read card by card, a quiz that explains, a task at work.</summary>
public sealed class LessonFlow : IFlow
{
    const string CardPath = "card";

    static readonly Transitions<LessonState, LessonTrigger> Transitions = new(LessonMachine.Of);

    public string Name => "lesson";

    public void Open(Scene scene) => Repeat(scene);

    public void Leave(Scene scene) => scene.Keep(scene.Session with { Asked = null });

    /// <summary>A lesson is not taken back: it simply waits.</summary>
    public bool CanWithdraw(Scene scene) => false;

    public void Withdraw(Scene scene) => throw new InvalidOperationException("A lesson is not taken back.");

    public void Repeat(Scene scene) => Show(scene);

    static void Show(Scene scene)
    {
        switch (State(scene))
        {
            case LessonState.Offered:
                Offer(scene);
                break;
            case LessonState.Reading:
                ShowCard(scene, "");
                break;
            case LessonState.Quizzing:
                Quiz.Ask(scene, Lesson(scene), []);
                break;
            case LessonState.Tasking:
                ShowTask(scene, []);
                break;
        }
    }

    public void Take(Scene scene)
    {
        if (ComesBack(scene))
            Show(scene);
        else
            GoOn(scene);
    }

    /// <summary>The menu's and the reminder's "continue" show where the lesson stands; only the written word may turn a card.</summary>
    static bool ComesBack(Scene scene) =>
        scene.Command is Command.Resume or Command.Start
        && State(scene) != LessonState.Offered
        && (scene.Said.Kind == SaidKind.Choice || State(scene) == LessonState.Tasking);

    static void GoOn(Scene scene)
    {
        var goesOn = scene.Command is Command.Yes or Command.Resume or Command.Start or Command.Done or Command.Skip || scene.Said.Words.Trim() is "1" or "ok" or "OK";
        switch (State(scene))
        {
            case LessonState.Offered when goesOn:
                Fire(scene, LessonTrigger.Opened);
                ShowCard(scene, "");
                break;
            case LessonState.Reading when goesOn || IsNext(scene):
                TurnCard(scene);
                break;
            case LessonState.Quizzing:
                TakeQuiz(scene);
                break;
            case LessonState.Tasking when goesOn && scene.Command != Command.Skip:
                Complete(scene);
                break;
            default:
                scene.Say("lesson.unclear");
                Show(scene);
                break;
        }
    }

    static void Offer(Scene scene) => scene.Reply(new Outbound(
        scene.Text("lesson.offer", ("title", Lesson(scene).Title.In(scene.Language)), ("cards", Lesson(scene).Cards.Count)),
        [new Button(scene.Text("lesson.open"), Commands.Payload(Command.Yes)), scene.Button(Command.Pause)]));

    static void ShowCard(Scene scene, string lead)
    {
        var cards = Lesson(scene).Cards;
        var index = Math.Min(CardIndex(scene.Session), cards.Count - 1);
        var token = scene.NewToken();
        scene.Keep(scene.Session with { Asked = new Asked(token, CardPath, [], [], 0), Touched = scene.Now });
        var place = string.Create(CultureInfo.InvariantCulture, $"{index + 1}/{cards.Count} · {Lesson(scene).Title.In(scene.Language)}");
        scene.Reply(new Outbound(
            string.Join("\n\n", new[] { lead, place, cards[index].In(scene.Language) }.Where(line => line.Length > 0)),
            [new Button(scene.Text("lesson.next"), $"q:{token}:next"), scene.Button(Command.Menu)]));
        Reminding.Set(scene, scene.Session);
    }

    static bool IsNext(Scene scene) => scene.Said.Words == $"q:{scene.Session.Asked?.Token}:next";

    static void TurnCard(Scene scene)
    {
        var next = CardIndex(scene.Session) + 1;
        if (next >= Lesson(scene).Cards.Count)
        {
            Fire(scene, LessonTrigger.ReadAll);
            Quiz.Ask(scene, Lesson(scene), []);
            return;
        }

        Fire(scene, LessonTrigger.TurnedCard);
        var card = new GivenAnswer(CardPath, next.ToString(CultureInfo.InvariantCulture));
        scene.Keep(scene.Session with { Answers = [.. scene.Session.Answers.Where(answer => answer.Path != CardPath), card] });
        ShowCard(scene, "");
    }

    static void TakeQuiz(Scene scene)
    {
        if (Quiz.Take(scene, Lesson(scene)) is not { } said)
            return;

        Fire(scene, LessonTrigger.Answered);
        if (Quiz.Current(scene.Session, Lesson(scene)) is not null)
        {
            Quiz.Ask(scene, Lesson(scene), said);
            return;
        }

        Fire(scene, LessonTrigger.AnsweredAll);
        ShowTask(scene, said);
    }

    static void ShowTask(Scene scene, IReadOnlyList<string> lead) => scene.Reply(new Outbound(
        string.Join("\n\n", [.. lead, scene.Text("lesson.task"), Lesson(scene).Task.In(scene.Language)]),
        [new Button(scene.Text("lesson.accept"), Commands.Payload(Command.Yes)), scene.Button(Command.Menu)]));

    static void Complete(Scene scene)
    {
        Fire(scene, LessonTrigger.AcceptedTask);
        var session = scene.Session with { IsOver = true, Submitted = scene.Now, Asked = null };
        scene.Keep(session);
        Reminding.Set(scene, session);
        scene.Note(new LessonCompleted(scene.Conversation.Person, scene.Now, session.Id, session.Subject));
        scene.Say("lesson.completed", ("title", Lesson(scene).Title.In(scene.Language)));
        Leaving.Close(scene);
    }

    static void Fire(Scene scene, LessonTrigger trigger)
    {
        var state = Transitions.After(State(scene), trigger);
        if (trigger == LessonTrigger.Opened)
            scene.Note(new SessionStarted(scene.Conversation.Person, scene.Now, scene.Session.Id, scene.Session.Subject, ""));
        scene.Keep(scene.Session with { State = state.ToString(), Touched = scene.Now });
    }

    static LessonState State(Scene scene) => Enum.Parse<LessonState>(scene.Session.State);

    static Lesson Lesson(Scene scene) => scene.Catalogue.Library.Lesson(scene.Session.Subject)
        ?? throw new InvalidOperationException($"The library lacks the lesson {scene.Session.Subject}.");

    static int CardIndex(Session session) =>
        int.Parse(session.Answers.FirstOrDefault(answer => answer.Path == CardPath)?.Value ?? "0", CultureInfo.InvariantCulture);
}
