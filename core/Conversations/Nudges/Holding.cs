using RbcBot.Core.Conversations.Erasing;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>Nudges that wait: for a moment, by a reminder, or until the person speaks.</summary>
static class Holding
{
    /// <summary>Nudges that are kept until the person speaks; of more, the oldest are given up, and their sessions wait in the menu.</summary>
    const int Most = 20;

    public static void Keep(Scene scene, Nudge nudge, DateTimeOffset? until)
    {
        if (until is not null)
            scene.Remind(new Reminder(nudge.Key, nudge.Words, until));
        var held = scene.Conversation.Held.Where(other => other.Key != nudge.Key).Append(new Held(nudge.Key, nudge.Words, until));
        scene.Conversation = scene.Conversation with { Held = [.. held.TakeLast(Most)] };
    }

    /// <summary>The nudge with these words waits no more; tells whether it did.</summary>
    public static bool Take(Scene scene, string words)
    {
        var left = scene.Conversation.Held.Where(held => held.Words != words).ToList();
        var waited = left.Count < scene.Conversation.Held.Count;
        if (waited)
            scene.Conversation = scene.Conversation with { Held = left };
        return waited;
    }

    /// <summary>Gives up what waits, and its reminders.</summary>
    public static void Forget(Scene scene, Func<Held, bool> isMeant)
    {
        var gone = scene.Conversation.Held.Where(isMeant).ToList();
        if (gone.Count == 0)
            return;
        foreach (var held in gone.Where(held => held.Until is not null))
            scene.Remind(new Reminder(held.Key, held.Words, null));
        scene.Conversation = scene.Conversation with { Held = [.. scene.Conversation.Held.Except(gone)] };
    }

    /// <summary>The person spoke and was answered: what waited for that is said, once.</summary>
    public static void Say(Scene scene)
    {
        if (scene.Conversation.Language is null || scene.Conversation.IsSilenced || EraseTalk.Waits(scene.Conversation) || TalkMachine.State(scene.Conversation) == TalkState.ChoosingLanguage)
            return;
        foreach (var held in scene.Conversation.Held.Where(held => held.Until is null).ToList())
            if (Take(scene, held.Words) && Dues.Nudge(scene, held.Words) is { } nudge && !(nudge.TakesFront && Standing.IsBusy(scene.Conversation, scene.Now)))
                Say(scene, nudge);
    }

    static void Say(Scene scene, Nudge nudge)
    {
        Memory.Decided(scene, new NudgeDecided(
            scene.Conversation.Person, scene.Now, nudge.Words, scene.Conversation.Address, SendOutcome.FreeForm, SendReason.Heard, null));
        nudge.Say(scene);
        nudge.Then(scene);
    }
}
