using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>The choice of the language, asked in all of them at once.</summary>
static class LanguageTalk
{
    const string Prefix = "l:";

    /// <summary>The first message of somebody new: a greeting and the choice; the code that brought the person waits.</summary>
    public static void Greet(Scene scene)
    {
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.Greeted);
        scene.Conversation = scene.Conversation with { Wanted = Doors.CodeIn(scene) };
        Ask(scene);
    }

    public static void Ask(Scene scene) => scene.Reply(new Outbound(
        Text.InAll("\n", "talk.language.ask"),
        [.. Languages.All.Select(language => new Button(Text.Of(language, "language.name"), Prefix + Languages.Code(language)))]));

    /// <summary>What is said by pressing a language.</summary>
    public static Said Choice(Language language) => Said.Choice(Prefix + Languages.Code(language));

    public static void Take(Scene scene)
    {
        if (scene.Said.Kind == SaidKind.Enter)
            scene.Conversation = scene.Conversation with { Wanted = Doors.CodeIn(scene) ?? scene.Conversation.Wanted };

        if (Read(scene.Said) is { } language)
            Choose(scene, language);
        else
            Ask(scene);
    }

    static void Choose(Scene scene, Language language)
    {
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.ChoseLanguage) with { Language = language };
        scene.Note(new LanguageChosen(scene.Conversation.Person, scene.Now, language));
        if (!scene.Conversation.IsIntroduced)
            Introduce(scene);

        if (scene.Conversation.Front is not null)
            Doors.Continue(scene);
        else if (scene.Conversation.Wanted is { } code)
            Doors.Enter(scene, code);
        else
            MenuTalk.Show(scene);
    }

    static void Introduce(Scene scene)
    {
        scene.Say("talk.introduction");
        scene.Conversation = scene.Conversation with { IsIntroduced = true };
    }

    static Language? Read(Said said) => said.Kind switch
    {
        SaidKind.Choice when said.Words.StartsWith(Prefix, StringComparison.Ordinal) => Languages.Parse(said.Words[Prefix.Length..]),
        SaidKind.Text => Named(said.Words.Trim().TrimEnd('.', ')', '!').ToUpperInvariant()),
        _ => null,
    };

    static Language? Named(string words) => words switch
    {
        "1" or "RW" or "KINYARWANDA" or "IKINYARWANDA" => Language.Rw,
        "2" or "FR" or "FRANÇAIS" or "FRANCAIS" or "FRENCH" or "IGIFARANSA" => Language.Fr,
        "3" or "EN" or "ENGLISH" or "ANGLAIS" or "ICYONGEREZA" => Language.En,
        _ => null,
    };
}
