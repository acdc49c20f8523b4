using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>"Delete me": what goes and what stays is told, it is asked twice, and then there are seven days to think again.</summary>
static class EraseTalk
{
    const string FirstYes = "x:1", SecondYes = "x:2", No = "x:no";

    /// <summary>Whether the person said yes twice, or somebody for her, and the day is not there yet.</summary>
    public static bool Waits(Conversation conversation) => conversation.Erasing is { Step: ErasingStep.Waiting };

    /// <summary>True when what was said was about that and is dealt with.</summary>
    public static bool Take(Scene scene)
    {
        if (Waits(scene.Conversation))
            return TakeWaiting(scene);
        if (IsNo(scene))
            Drop(scene, "erase.not");
        else if (IsYes(scene, ErasingStep.Sure, SecondYes))
            Begin(scene, ErasureCause.Herself);
        else if (IsYes(scene, ErasingStep.Asked, FirstYes))
            Ask(scene, ErasingStep.Sure, "erase.sure", "erase.sure.yes", SecondYes);
        // A button of a question that stands open no more asks it anew.
        else if (scene.Command == Command.EraseMe || scene.Said is { Kind: SaidKind.Choice, Words: FirstYes or SecondYes })
            Ask(scene, ErasingStep.Asked, "erase.ask", "erase.ask.yes", FirstYes);
        else
            return Leave(scene);
        return true;
    }

    /// <summary>From now on it waits for its day, and the person is told so.</summary>
    public static void Begin(Scene scene, ErasureCause cause)
    {
        var due = scene.Catalogue.Quiet.NextAllowed(scene.Now + Erasing.Patience);
        if (scene.Conversation.Front is not null && TalkMachine.State(scene.Conversation) == TalkState.InSession)
            Doors.Leave(scene);
        scene.Conversation = scene.Conversation with { Erasing = new Erasing(ErasingStep.Waiting, cause) { DueAt = due } };
        scene.Remind(new Reminder(Erase.Subject, Erase.Subject, due));
        Tell(scene, cause.Kind == ErasureKind.OnPaper ? "erase.begun.paper" : "erase.begun", due);
    }

    static bool TakeWaiting(Scene scene)
    {
        if (scene.Command == Command.Keep || IsPressed(scene, No))
        {
            scene.Remind(new Reminder(Erase.Subject, Erase.Subject, null));
            Drop(scene, "erase.kept");
            return true;
        }
        // She may still read all that is hers, in her language, and find whom to call.
        if (scene.Command is Command.MyData or Command.Help or Command.Language || TalkMachine.State(scene.Conversation) is TalkState.New or TalkState.ChoosingLanguage)
            return false;
        Tell(scene, "erase.waiting", scene.Conversation.Erasing?.DueAt ?? scene.Now);
        return true;
    }

    // Something else was said: a written "yes" from now on answers something else too, and she knows where she stands.
    static bool Leave(Scene scene)
    {
        if (scene.Conversation.Erasing is null)
            return false;
        scene.Conversation = scene.Conversation with { Erasing = null };
        scene.Reply(new Outbound(Words(scene, "erase.left", "\n\n")));
        return false;
    }

    static void Drop(Scene scene, string key)
    {
        scene.Conversation = scene.Conversation with { Erasing = null };
        scene.Reply(new Outbound(Words(scene, key, "\n\n")));
        LinkTalk.Back(scene);
        Holding.Say(scene);
    }

    static void Ask(Scene scene, ErasingStep step, string key, string yes, string payload)
    {
        scene.Conversation = scene.Conversation with { Erasing = new Erasing(step, ErasureCause.Herself) };
        var days = (int)Erasing.Patience.TotalDays;
        scene.Reply(new Outbound(Words(scene, key, "\n\n", ("days", days)), [new Button(Words(scene, yes, " · "), payload), new Button(Words(scene, "erase.no", " · "), No)]));
    }

    static void Tell(Scene scene, string key, DateTimeOffset due) => scene.Reply(new Outbound(
        ErasingWords.On(scene.Conversation.Language, key, due),
        [new Button(Words(scene, Commands.Label(Command.Keep), " · "), Commands.Payload(Command.Keep)), new Button(Words(scene, Commands.Label(Command.MyData), " · "), Commands.Payload(Command.MyData))]));

    static bool IsYes(Scene scene, ErasingStep step, string payload) =>
        scene.Conversation.Erasing?.Step == step && (IsPressed(scene, payload) || scene.Command == Command.Yes);

    static bool IsNo(Scene scene) => IsPressed(scene, No) || (scene.Conversation.Erasing is not null && scene.Command is Command.No or Command.Keep);

    static bool IsPressed(Scene scene, string payload) => scene.Said.Kind == SaidKind.Choice && scene.Said.Words == payload;

    static string Words(Scene scene, string key, string between, params (string Name, object? Value)[] slots) =>
        ErasingWords.Of(scene.Conversation.Language, key, between, slots);
}
