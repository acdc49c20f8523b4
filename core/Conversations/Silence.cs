namespace RbcBot.Core.Conversations;

/// <summary>The right to be left alone: understood at any time, at once, and taken back by simply writing again.</summary>
static class Silence
{
    public static void Begin(Scene scene)
    {
        if (scene.Conversation.Front is not null && TalkMachine.State(scene.Conversation) == TalkState.InSession)
            Doors.Leave(scene);
        scene.Conversation = scene.Conversation with { IsSilenced = true };
        scene.Note(new Silenced(scene.Conversation.Person, scene.Now));
        scene.Reply(new Outbound(scene.Text("talk.stopped"), [scene.Button(Command.Start)]));
    }

    public static void End(Scene scene) => scene.Conversation = scene.Conversation with { IsSilenced = false };
}
