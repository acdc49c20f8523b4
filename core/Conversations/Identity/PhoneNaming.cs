using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>The names on a phone that several use: given, chosen, changed and taken away.</summary>
static class PhoneNaming
{
    /// <summary>Whose the address was so far is asked for her name; anything but a name lets all be as it was.</summary>
    public static void Begin(PhoneScene scene)
    {
        var phone = scene.Phone;
        var isNamed = IsName(scene);
        scene.Phone = phone with { Open = PhoneQuestion.Name, Named = phone.First, Heard = scene.At };
        if (scene.Command == Command.Share)
            AskName(scene, "talk.phone.name");
        else if (!isNamed)
        {
            scene.PassOn(phone.First, scene.Inbound);
            scene.End(phone.First);
        }
        else if (ShortName.Read(scene.Said.Words, []) is { } name)
        {
            var oldest = scene.Oldest(name);
            scene.Phone = scene.Phone.With(oldest) with { Speaker = oldest.Person };
            scene.Tell(oldest.Person, scene.Says(BetweenKind.Here), oldest.Person);
            PhoneTalk.Ask(scene, new Outbound(PhoneWords.Say(scene.Language, "talk.phone.named", ("name", name))));
        }
        else
            AskName(scene, "talk.phone.name.unclear");
    }

    /// <summary>True when what was said was a name or a button of ours, and is dealt with.</summary>
    public static bool Take(PhoneScene scene)
    {
        var phone = scene.Phone;
        if (PhoneWords.Meant(scene.Said, phone.Open == PhoneQuestion.None ? [] : phone.Offered) is { } meant)
            Press(scene, meant);
        else if (IsName(scene))
            Name(scene);
        else
            return false;
        return true;
    }

    // A name is asked for, and this may be it.
    static bool IsName(PhoneScene scene) =>
        scene.Phone.Open == PhoneQuestion.Name && scene.Said.Kind == SaidKind.Text && scene.Command is null && scene.At - scene.Phone.Heard <= SharedPhone.Silence;

    static void Press(PhoneScene scene, string meant)
    {
        if (meant == PhoneWords.New)
        {
            scene.Phone = scene.Phone with { Open = PhoneQuestion.Name, Named = null };
            AskName(scene, "talk.phone.name");
        }
        else if (Chosen(scene, meant, PhoneWords.Person) is { } sharer)
            PhoneTalk.Choose(scene, sharer);
        // What is her own only she changes, while she is at the phone.
        else if (scene.Speaker is { } speaker && Chosen(scene, meant, PhoneWords.Rename) == speaker)
        {
            scene.Phone = scene.Phone with { Open = PhoneQuestion.Name, Named = speaker.Person };
            AskName(scene, "talk.phone.name");
        }
        else if (scene.Speaker is { } leaving && (Chosen(scene, meant, PhoneWords.Leave) ?? Chosen(scene, meant, PhoneWords.LeaveSurely)) == leaving)
            Leave(scene, leaving, meant.StartsWith(PhoneWords.LeaveSurely, StringComparison.Ordinal));
        else
            PhoneTalk.Ask(scene);
    }

    static void Leave(PhoneScene scene, Sharer sharer, bool isSure)
    {
        if (scene.Phone.Sharers.Count == 1)
        {
            scene.Reply(new Outbound(PhoneWords.Say(sharer.Language, "talk.phone.own")));
            scene.End(sharer.Person);
        }
        else if (!isSure)
        {
            IReadOnlyList<Button> buttons = [new Button(PhoneWords.Say(sharer.Language ?? Texts.Language.En, "talk.phone.leave.yes"), PhoneWords.LeaveSurely + sharer.Person), .. PhoneWords.Names(scene.Phone)];
            scene.Phone = scene.Phone with { Open = PhoneQuestion.Who, Offered = buttons };
            scene.Reply(PhoneWords.Question(sharer.Language, "talk.phone.leave.sure", buttons, ("name", sharer.Name)));
        }
        else
        {
            scene.Tell(sharer.Person, scene.Says(BetweenKind.Gone), sharer.Person);
            scene.Phone = scene.Phone.Without(sharer.Person);
            PhoneTalk.Ask(scene, new Outbound(PhoneWords.Say(sharer.Language, "talk.phone.left", ("name", sharer.Name))));
        }
    }

    static void Name(PhoneScene scene)
    {
        var phone = scene.Phone;
        if (ShortName.Read(scene.Said.Words, phone.Sharers.Where(other => other.Person != phone.Named)) is not { } name)
        {
            AskName(scene, "talk.phone.name.unclear");
            return;
        }
        var sharer = phone.Named is { } named && phone.Of(named) is { } known ? known with { Name = name } : scene.Newcomer(name);
        scene.Phone = phone.With(sharer);
        PhoneTalk.Choose(scene, sharer);
    }

    // Those who are there stay to be chosen, so that nobody is kept at this question.
    static void AskName(PhoneScene scene, string key)
    {
        var phone = scene.Phone;
        var buttons = phone.IsShared ? PhoneWords.Names(phone).SkipLast(1).ToList() : [];
        scene.Phone = phone with { Offered = buttons };
        var language = phone.IsShared ? phone.Named is { } named ? phone.Of(named)?.Language : null : scene.Language;
        scene.Reply(PhoneWords.Question(language, key, buttons, ("most", ShortName.Longest)));
    }

    static Sharer? Chosen(PhoneScene scene, string meant, string prefix) =>
        meant.StartsWith(prefix, StringComparison.Ordinal) ? scene.Phone.Of(new PersonId(meant[prefix.Length..])) : null;
}
