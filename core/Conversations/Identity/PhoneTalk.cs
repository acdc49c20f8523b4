using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>Who of several is writing from one address: the lane that has it asks, keeps what was said, and hands it over to who is chosen.</summary>
static class PhoneTalk
{
    /// <summary>The turn of what concerns an address that several use, or that somebody wants to share; null when it is none of that.</summary>
    public static Turn? Of(Conversation desk, Inbound inbound, DateTimeOffset now)
    {
        var wants = desk.Shared is not null || IsWish(desk, inbound);
        if (!wants || inbound.Via is not null)
            return null;
        var scene = new PhoneScene(desk, inbound, now);
        if (!Take(scene))
            return null;
        return scene.ToTurn();
    }

    /// <summary>Who is writing?</summary>
    public static void Ask(PhoneScene scene, Outbound? before = null)
    {
        IReadOnlyList<Button> buttons = [.. PhoneWords.Names(scene.Phone), .. scene.Speaker is { } speaker ? PhoneWords.Own(scene.Phone, speaker) : []];
        scene.Phone = scene.Phone with { Open = PhoneQuestion.Who, Named = null, Offered = buttons };
        var question = PhoneWords.Question(null, "talk.phone.who", buttons);
        scene.Reply(before is null ? question : before with { Text = before.Text + "\n\n" + question.Text, Buttons = buttons });
    }

    /// <summary>She is at the phone: what waited for her is said, and what was kept is hers.</summary>
    public static void Choose(PhoneScene scene, Sharer sharer)
    {
        var phone = scene.Phone;
        var waited = phone.WaitingFor(sharer.Person).ToList();
        scene.Phone = phone with
        {
            Speaker = sharer.Person,
            Open = PhoneQuestion.None,
            Named = null,
            Offered = [],
            Kept = [],
            Since = Since(scene),
            PutBy = [.. phone.PutBy.Where(message => message.For != sharer.Person)],
        };
        scene.Tell(sharer.Person, scene.Says(BetweenKind.Here) with { Tokens = sharer.Place * TokensEach }, sharer.Person);
        foreach (var message in waited)
            scene.Reply(message with { Redraws = false, IsNudge = false, ExpiresAt = null, Rest = null });
        foreach (var kept in phone.Kept)
            scene.Pass(sharer.Person, kept);
        if (waited.Count + phone.Kept.Count == 0)
            scene.Pass(sharer.Person, scene.Inbound with { Said = Said.Choice(Commands.Payload(Command.Menu)) });
    }

    /// <summary>Tokens of questions that each of them has for herself.</summary>
    const int TokensEach = 100_000;

    static bool IsWish(Conversation desk, Inbound inbound) =>
        inbound.Said.Kind is SaidKind.Text or SaidKind.Choice && new PhoneScene(desk, inbound, inbound.At).Command == Command.Share
        && (desk.Language is not null || desk.StandsFor is not null || desk.Speaker is not null);

    static bool Take(PhoneScene scene)
    {
        var phone = scene.Phone;
        if (!phone.IsShared)
            return Passing.IsSpoken(scene.Inbound) && Begin(scene);
        switch (scene.Said)
        {
            case { Between.Kind: BetweenKind.Carry } when scene.Inbound.From == phone.At:
                PhoneCarrying.Carry(scene, scene.Said.Between);
                return true;
            case { Between.Kind: BetweenKind.Leave }:
                PhoneCarrying.Leave(scene, scene.Said.Between);
                return true;
            // It is said to who writes too fast, whoever that is.
            case { Kind: SaidKind.Due, Words: "fast" }:
                if (scene.IsPresent && scene.Speaker is { } speaker)
                    scene.Pass(speaker.Person, scene.Inbound);
                return true;
            case { Kind: SaidKind.Due or SaidKind.Lane }:
                return false;
            // Of the address, and so of all.
            case { Kind: SaidKind.Blocked or SaidKind.Unblocked or SaidKind.Unreachable }:
                foreach (var sharer in phone.Sharers)
                    scene.Pass(sharer.Person, scene.Inbound);
                return true;
            default:
                TakeSpoken(scene);
                scene.Phone = scene.Phone with { Heard = scene.At };
                return true;
        }
    }

    static bool Begin(PhoneScene scene)
    {
        PhoneNaming.Begin(scene);
        return true;
    }

    static void TakeSpoken(PhoneScene scene)
    {
        if (scene.Inbound.As is { } sharer)
            TakeBack(scene, sharer);
        // Opting out needs no name: everybody there is left in peace.
        else if (scene.Command == Command.Stop && !scene.IsPresent)
            Hush(scene);
        else if (scene.Inbound.IsDated && scene.Inbound.At < scene.Phone.Since)
            scene.Reply(new Outbound(PhoneWords.Say(null, "talk.phone.late")));
        else
            TakeTimely(scene);
    }

    static void TakeTimely(PhoneScene scene)
    {
        if (scene.Phone.IsSilenced && (scene.Command == Command.Start || scene.Said.Kind == SaidKind.Enter))
            Speak(scene);
        if (PhoneNaming.Take(scene))
            return;
        if (scene.Command == Command.Share)
        {
            scene.Phone = scene.Phone with { Since = Since(scene) };
            Ask(scene);
        }
        else if (scene.IsPresent && scene.Speaker is { } speaker)
            scene.Pass(speaker.Person, scene.Inbound);
        else
            Keep(scene);
    }

    // Her lane did not know the address any more when it came: it was on its way while she left it, or was parted from somebody.
    static void TakeBack(PhoneScene scene, PersonId sharer)
    {
        if (scene.Phone.Of(sharer) is not null)
            scene.PassBack(sharer);
        else
            Keep(scene);
    }

    static void Keep(PhoneScene scene)
    {
        var isFull = scene.Phone.Kept.Count >= SharedPhone.MostKept;
        scene.Phone = scene.Phone with
        {
            Since = Since(scene),
            Speaker = null,
            Kept = isFull ? scene.Phone.Kept : [.. scene.Phone.Kept, scene.Inbound with { For = null, As = null }],
        };
        Ask(scene, isFull ? new Outbound(PhoneWords.Say(null, "talk.phone.full")) : null);
    }

    static void Hush(PhoneScene scene)
    {
        if (!scene.Phone.IsSilenced && !scene.Said.IsAnswered)
            scene.Reply(new Outbound(PhoneWords.Say(null, "talk.phone.stopped")));
        scene.Phone = scene.Phone with { IsSilenced = true };
    }

    static void Speak(PhoneScene scene)
    {
        scene.Phone = scene.Phone with { IsSilenced = false };
        if (!scene.Said.IsAnswered)
            scene.Reply(new Outbound(PhoneWords.Say(null, "talk.phone.started")));
    }

    static DateTimeOffset? Since(PhoneScene scene) => scene.Inbound.IsDated && scene.Phone.Kept.Count == 0 ? scene.At : scene.Phone.Since;
}
