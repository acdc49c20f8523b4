namespace RbcBot.Core.Conversations.Identity;

/// <summary>What is for one of several at a phone: said while she is there, put by otherwise, and never shown to another.</summary>
static class PhoneCarrying
{
    public static void Carry(PhoneScene scene, Between carried)
    {
        if (scene.Phone.Of(carried.As ?? scene.Phone.First) is not { } sharer)
        {
            // She is at this phone no more.
            scene.Tell(carried.From, scene.Says(BetweenKind.Gone) with { Messages = carried.Messages }, carried.As ?? scene.Phone.First);
            return;
        }
        sharer = sharer with { Language = carried.Messages[^1].Language ?? sharer.Language };
        scene.Phone = scene.Phone.With(sharer);
        foreach (var message in carried.Messages)
            if (message.Template is { } template && !scene.Phone.IsSilenced)
                Knock(scene, PhoneWords.Knock(message, template, sharer));
        List<Outbound> said = [.. carried.Messages.Where(message => message.Template is null)];
        if (IsThere(scene, sharer, said))
            said.ForEach(scene.Reply);
        else
            PutBy(scene, sharer, said);
    }

    /// <summary>One of them says elsewhere that the address is hers no more.</summary>
    public static void Leave(PhoneScene scene, Between left)
    {
        if (scene.Phone.Of(left.As ?? scene.Phone.First) is not { } sharer)
            return;
        List<Outbound> waited = [.. scene.Phone.WaitingFor(sharer.Person)];
        if (waited.Count > 0)
            scene.Tell(left.From, scene.Says(BetweenKind.Gone) with { Messages = waited }, sharer.Person);
        scene.Phone = scene.Phone.Without(sharer.Person);
        if (!scene.Phone.IsShared)
            scene.End(null);
    }

    // What she is answered goes to her however long it took; what comes by itself may find the phone in other hands.
    static bool IsThere(PhoneScene scene, Sharer sharer, List<Outbound> said) =>
        scene.Phone.Open == PhoneQuestion.None && scene.Phone.Speaker == sharer.Person && (said.TrueForAll(message => !message.IsNudge) || scene.IsPresent);

    static void PutBy(PhoneScene scene, Sharer sharer, List<Outbound> said)
    {
        if (said.Count == 0)
            return;
        var waiting = scene.Phone.PutBy.Concat(said.Select(message => new PutBy(sharer.Person, message)));
        scene.Phone = scene.Phone with { PutBy = [.. waiting.TakeLast(SharedPhone.MostPutBy)] };
        if (scene.Phone.IsSilenced)
            return;
        var isBusy = scene.IsPresent || scene.Phone.Open == PhoneQuestion.Name;
        var text = PhoneWords.Say(sharer.Language, isBusy ? "talk.phone.waits" : "talk.phone.knock", ("name", sharer.Name));
        var knock = said[0] with { Text = text, Buttons = [], Redraws = false, Media = [], Sharing = Sharing.None, SharingLabel = "" };
        if (isBusy)
            scene.Reply(knock);
        else
            Ask(scene, knock);
    }

    static void Knock(PhoneScene scene, Outbound template)
    {
        scene.Reply(template);
        // Whatever answers it is asked for a name.
        if (!scene.IsPresent && scene.Phone.Open == PhoneQuestion.None)
            scene.Phone = scene.Phone with { Speaker = null, Open = PhoneQuestion.Who, Offered = PhoneWords.Names(scene.Phone) };
    }

    static void Ask(PhoneScene scene, Outbound knock)
    {
        if (scene.Phone.Open == PhoneQuestion.None)
            scene.Phone = scene.Phone with { Speaker = null };
        PhoneTalk.Ask(scene, knock);
    }
}
