namespace RbcBot.Core.Conversations;

/// <summary>A message that was changed after it was sent: its answer is corrected as long as that can be, and what is asked now is never answered by it.</summary>
static class Edits
{
    public static void Take(Scene scene)
    {
        if (scene.Conversation.Front is not null && FormEdits.Answered(scene) is not null)
            scene.Flow.Take(scene);
        else
            Tell(scene);
    }

    /// <summary>Says that nothing changes by it, and what stands open.</summary>
    public static void Tell(Scene scene)
    {
        scene.Say("talk.edited");
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
    }
}
