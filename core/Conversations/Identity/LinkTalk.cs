using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>Joining two talks of one person: a code asked for in one, written in the other, and a yes on both sides.</summary>
public static class LinkTalk
{
    /// <summary>Longest writing, in characters, that can ask for a code or hold one.</summary>
    const int Longest = 24;

    const string Yes = "j:yes:", No = "j:no:";

    /// <summary>Letters of a code's hash that bind a button to its question.</summary>
    const int TokenLetters = 8;

    /// <summary>Whether a code is to be made before the turn is decided.</summary>
    public static bool WantsCode(Conversation conversation, Said said, DateTimeOffset now) =>
        IsShort(said) && conversation.Language is not null && Commands.Read(said.Words) == Command.Link && conversation.Linking.MayAsk(now);

    /// <summary>The code that was written and is to be looked up before the turn is decided; null when none was, or too many were.</summary>
    public static string? Written(Conversation conversation, Said said, DateTimeOffset now) =>
        Code(said) is { } code && conversation.Linking.MayTry(now) ? code : null;

    /// <summary>True when what was said was about a code and is dealt with.</summary>
    internal static bool Take(Scene scene)
    {
        if (Answer(scene) is var (token, isYes))
            TakeAnswer(scene, token, isYes);
        else if (scene.Command == Command.Link && scene.Conversation.Language is not null)
            GiveCode(scene);
        else if (Code(scene.Said) is not { } code || scene.Catalogue.Round(scene.Said.Words) is not null || !TakeCode(scene, code))
            return Leave(scene);
        return true;
    }

    /// <summary>What is asked, with its two buttons.</summary>
    internal static void Ask(Scene scene, string key, string hash, params (string Name, object? Value)[] slots)
    {
        var token = hash[..TokenLetters];
        scene.Conversation = scene.Conversation with { Linking = scene.Conversation.Linking with { Asking = hash } };
        scene.Reply(new Outbound(Words(scene, key, "\n\n", slots),
            [new Button(Words(scene, "talk.link.yes", " · "), Yes + token), new Button(Words(scene, "talk.link.no", " · "), No + token)]));
    }

    /// <summary>Says it, in all languages to somebody who has chosen none.</summary>
    internal static void Tell(Scene scene, string key) => scene.Reply(new Outbound(Words(scene, key, "\n\n")));

    // Something else was said: a written "yes" from now on answers something else too, the buttons are still good.
    static bool Leave(Scene scene)
    {
        if (scene.Conversation.Linking.Asking.Length > 0)
            scene.Conversation = scene.Conversation with { Linking = scene.Conversation.Linking with { Asking = "" } };
        return false;
    }

    /// <summary>Which question was answered, and how; null when none of ours was.</summary>
    static (string Token, bool IsYes)? Answer(Scene scene)
    {
        var words = scene.Said.Words;
        if (scene.Said.Kind == SaidKind.Choice)
            return words.StartsWith(Yes, StringComparison.Ordinal) ? (words[Yes.Length..], true)
                : words.StartsWith(No, StringComparison.Ordinal) ? (words[No.Length..], false)
                : null;
        return scene.Conversation.Linking.Asking is { Length: > 0 } asking && scene.Command is (Command.Yes or Command.No)
            ? (asking, scene.Command == Command.Yes)
            : null;
    }

    static void TakeAnswer(Scene scene, string token, bool isYes)
    {
        Leave(scene);
        var linking = scene.Conversation.Linking;
        if (Offer(scene) is { Claimant: { } claimant } offer && IsOf(offer.Hash, token))
        {
            scene.Conversation = scene.Conversation with { Linking = linking with { Offered = null } };
            if (isYes)
                Lanes.Agree(scene, claimant);
            else
                Lanes.Refuse(scene, claimant);
        }
        else if (Claim(scene) is { IsMeant: false } claim && IsOf(claim.Hash, token))
        {
            scene.Conversation = scene.Conversation with { Linking = linking with { Claimed = isYes ? claim with { IsMeant = true } : null } };
            if (isYes)
                Lanes.Claim(scene, claim);
        }
        else
        {
            Tell(scene, "talk.link.wrong");
            Back(scene);
            return;
        }
        if (!isYes)
        {
            Tell(scene, "talk.link.refused");
            Back(scene);
        }
    }

    static void GiveCode(Scene scene)
    {
        if (scene.Said.NewCode is { } code)
        {
            var offered = new OfferedCode(LinkCode.Hash(code), scene.Now + LinkCode.Life, scene.Inbound.From);
            scene.Conversation = scene.Conversation with { Linking = scene.Conversation.Linking.AfterAsking(offered, scene.Now) };
            var words = scene.Text("talk.link.code", ("code", code), ("minutes", (int)LinkCode.Life.TotalMinutes));
            scene.Reply(new Outbound(scene.Said.CodeLinks is { } links ? $"{words}\n\n{scene.Text("talk.link.links")}\n{links}" : words));
        }
        else
        {
            scene.Say("talk.link.wait");
        }
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
    }

    // Alone it may be an answer that happens to look like a code: then nothing is said of codes.
    static bool TakeCode(Scene scene, string code)
    {
        var linking = scene.Conversation.Linking;
        var isPlain = scene.Said.Kind == SaidKind.Text && LinkCode.Read(scene.Said.Words) is not null;
        var mayTry = linking.MayTry(scene.Now);
        if (mayTry)
            scene.Conversation = scene.Conversation with { Linking = linking.AfterTrying(scene.Now) };
        if (mayTry && scene.Said.CodeOwner is { } owner)
            TakeGood(scene, code, owner);
        else if (scene.Conversation.Language is null || (isPlain && scene.Conversation.Front is not null))
            return false;
        else
        {
            Tell(scene, mayTry ? "talk.link.wrong" : "talk.link.tries");
            Back(scene);
        }
        return true;
    }

    static void TakeGood(Scene scene, string code, PersonId owner)
    {
        if (owner == scene.Conversation.Person)
        {
            Tell(scene, "talk.link.self");
            Back(scene);
            return;
        }
        var claimed = new ClaimedCode(LinkCode.Hash(code), owner, scene.Now + LinkCode.Life);
        scene.Conversation = scene.Conversation with { Linking = scene.Conversation.Linking with { Claimed = claimed } };
        Ask(scene, "talk.link.join", claimed.Hash);
    }

    internal static void Back(Scene scene)
    {
        if (TalkMachine.State(scene.Conversation) == TalkState.New)
            LanguageTalk.Greet(scene);
        else if (TalkMachine.State(scene.Conversation) == TalkState.ChoosingLanguage)
            LanguageTalk.Ask(scene);
        else if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
        else
            MenuTalk.Show(scene);
    }

    static OfferedCode? Offer(Scene scene) => scene.Conversation.Linking.Offered is { } offer && offer.Until > scene.Now ? offer : null;

    static ClaimedCode? Claim(Scene scene) => scene.Conversation.Linking.Claimed is { } claim && claim.Until > scene.Now ? claim : null;

    static bool IsOf(string hash, string token) => token.Length >= TokenLetters && hash.StartsWith(token, StringComparison.Ordinal);

    /// <summary>The code in what was said: alone, behind the command, or by a link.</summary>
    static string? Code(Said said)
    {
        if (said.Kind is not (SaidKind.Text or SaidKind.Enter) || said.Words.Length > Longest)
            return null;
        var words = said.Words.Trim();
        return LinkCode.Read(words) ?? (words.Split(' ', 2) is [var command, var rest] && Commands.Read(command) is Command.Link ? LinkCode.Read(rest) : null);
    }

    static bool IsShort(Said said) => said.Kind is SaidKind.Text && said.Words.Length <= Longest;

    static string Words(Scene scene, string key, string between, params (string Name, object? Value)[] slots) => scene.Conversation.Language is null
        ? Text.InAll(between, key, slots)
        : scene.Text(key, slots);
}
