using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Core.Conversations;

/// <summary>The right to be left alone: understood at any time, at once, confirmed once, and taken back only by the person's own wish.</summary>
static class Silence
{
    public static void Begin(Scene scene)
    {
        var isInSession = scene.Conversation.Front is not null && TalkMachine.State(scene.Conversation) == TalkState.InSession;
        if (scene.Conversation.IsSilenced && !isInSession)
            return;
        if (isInSession)
            Doors.Leave(scene);
        Holding.Forget(scene, _ => true);
        scene.Conversation = scene.Conversation with { IsSilenced = true };
        scene.Note(new Silenced(scene.Conversation.Person, scene.Now));
        if (!scene.Said.IsAnswered)
            scene.Reply(new Outbound(scene.Text("talk.stopped"), [scene.Button(Command.Start)]));
    }

    /// <summary>Ends it for who says START, which is also how Telegram lets her in; anything else is answered, and the silence stays.</summary>
    public static void End(Scene scene)
    {
        if (!scene.Conversation.IsSilenced || !(scene.Command == Command.Start || scene.Said.Kind == SaidKind.Enter))
            return;
        scene.Conversation = scene.Conversation with { IsSilenced = false };
        scene.Note(new SilenceEnded(scene.Conversation.Person, scene.Now));
        if (!scene.Said.IsAnswered)
            scene.Say("talk.started");
    }
}
