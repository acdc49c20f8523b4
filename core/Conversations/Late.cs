namespace RbcBot.Core.Conversations;

/// <summary>What was said before something that was heard already, by the channel's own clock: the question that stands open now is not the one it answered.</summary>
static class Late
{
    public static bool Is(Inbound inbound, DateTimeOffset? lastSaid) => inbound.IsDated && inbound.At < lastSaid;

    /// <summary>The latest moment by the channel's clock at which something was said.</summary>
    public static DateTimeOffset? Latest(Inbound inbound, DateTimeOffset? lastSaid) =>
        inbound.IsDated && !Is(inbound, lastSaid) ? inbound.At : lastSaid;

    /// <summary>Says that it was not taken, and what stands open.</summary>
    public static void Tell(Scene scene)
    {
        scene.Say("talk.late");
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
    }
}
