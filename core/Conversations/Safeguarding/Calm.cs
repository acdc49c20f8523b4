namespace RbcBot.Core.Conversations.Safeguarding;

/// <summary>After the card for a person's own danger nothing more is asked: what was open waits until she comes back to it. facts/reliability.md 4.2.</summary>
static class Calm
{
    /// <summary>Leaves what is open, instead of what the turn would have said to it.</summary>
    public static void Take(Scene scene)
    {
        if (TalkMachine.State(scene.Conversation) is TalkState.New or TalkState.ChoosingLanguage)
            return;
        scene.Unsay();
        if (scene.Conversation.Front is not null)
            Doors.Leave(scene);
        scene.Reply(new Outbound(scene.Text("safety.rest"), [scene.Button(Command.Resume), scene.Button(Command.Menu)]));
    }

    /// <summary>Whether she was shown the card lately: what does not fit is then answered gently.</summary>
    public static bool Holds(Scene scene) => scene.Conversation.QuietUntil > scene.Now;

    /// <summary>Says that nothing was understood, and that she is not alone.</summary>
    public static void SayUnclear(Scene scene) => Say(scene, scene.Text("safety.rest.unclear"));

    /// <summary>Returns a courtesy, and says that she is not alone.</summary>
    public static void SayGently(Scene scene, string courtesy) => Say(scene, $"{courtesy} {scene.Text("safety.rest.still")}");

    static void Say(Scene scene, string sentence) => scene.Reply(new Outbound(
        sentence, [new Button(scene.Text("safety.call"), Card.CallPayload, ButtonRole.Command), scene.Button(Command.Resume), scene.Button(Command.Menu)]));
}
