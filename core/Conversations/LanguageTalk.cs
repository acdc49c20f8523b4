using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>The choice of the language, asked in all of them at once.</summary>
static class LanguageTalk
{
    const string Prefix = "l:";

    /// <summary>Longest sentence, in characters, that can name a language.</summary>
    const int Longest = 60;

    static readonly char[] Between = [' ', ',', '.', ';', ':', '!', '?', '(', ')', '\''];

    static readonly string[] Denying = ["pas", "not", "no", "don", "oya", "nta", "ntabwo", "sinzi", "simvuga", "sinumva"];

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
        SaidKind.Text => Short(Folding.Bare(said.Words)) ?? Wished(said.Words),
        _ => null,
    };

    static Language? Short(string words) => words switch
    {
        "1" or "rw" => Language.Rw,
        "2" or "fr" => Language.Fr,
        "3" or "en" => Language.En,
        _ => null,
    };

    // "English please", "en français": one language by its name, and nothing that denies it.
    static Language? Wished(string said)
    {
        if (said.Length > Longest)
            return null;
        var words = Folding.Bare(said).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var named = words.Select(Named).OfType<Language>().Distinct().ToList();
        return named.Count == 1 && !words.Any(Denying.Contains) ? named[0] : null;
    }

    static Language? Named(string word) => word switch
    {
        "kinyarwanda" or "ikinyarwanda" => Language.Rw,
        "francais" or "french" or "igifaransa" => Language.Fr,
        "english" or "anglais" or "icyongereza" => Language.En,
        _ => null,
    };
}
