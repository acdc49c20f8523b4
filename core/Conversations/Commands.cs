using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>The words and buttons by which a command is given, in all three languages at once.</summary>
public static class Commands
{
    /// <summary>Longest writing, in characters, that can be a command.</summary>
    const int Longest = 60;

    const string PayloadPrefix = "c:";

    static readonly Dictionary<Command, string[]> Words = new()
    {
        [Command.Menu] = ["menu", "menyu", "ibikubiyemo", "ahabanza", "main menu", "menu principal"],
        [Command.Back] = ["back", "go back", "previous", "subira inyuma", "inyuma", "gusubira inyuma", "retour", "precedent", "revenir"],
        [Command.Skip] = ["skip", "simbuka", "gusimbuka", "passer", "sauter"],
        [Command.Why] = ["why", "why do you ask", "kubera iki", "kuki", "pourquoi", "pourquoi cette question"],
        [Command.Pause] = ["pause", "later", "hagarika gato", "akaruhuko", "ruhuka", "nyuma", "plus tard"],
        [Command.Resume] = ["resume", "continue", "next", "komeza", "gukomeza", "ibikurikira", "continuer", "reprendre", "suivant"],
        [Command.Stop] =
        [
            "stop", "stopall", "stop all", "unsubscribe", "quit", "optout", "opt out", "hagarika", "guhagarika", "muhagarike", "nimuhagarike",
            "arret", "arreter", "arretez", "desabonner", "se desabonner", "me desabonner",
        ],
        [Command.Start] = ["start", "unstop", "tangira", "gutangira", "mutangire", "commencer", "demarrer"],
        [Command.Help] = ["help", "ubufasha", "mfasha", "mumfashe", "aide", "aidez-moi"],
        [Command.Language] = ["language", "change language", "ururimi", "indimi", "hindura ururimi", "langue", "changer de langue"],
        [Command.Review] =
        [
            "review", "my answers", "change my answer", "change an answer", "correct my answer", "ibisubizo byanjye", "reba ibisubizo", "gusubiramo",
            "hindura igisubizo", "guhindura igisubizo", "kosora igisubizo", "revoir", "mes reponses", "verifier", "changer ma reponse", "modifier ma reponse", "corriger ma reponse",
        ],
        [Command.Link] = ["link", "guhuza", "huza", "lier", "relier"],
        [Command.Unlink] = ["unlink", "old number", "gutandukanya", "nimero ishaje", "delier", "ancien numero"],
        [Command.Share] = ["shared phone", "share phone", "share", "telefoni isangiwe", "telefone isangiwe", "dusangiye telefoni", "dusangiye telefone", "telephone partage", "partager"],
        [Command.Withdraw] = ["withdraw", "withdraw consent", "take back", "kwisubiraho", "nisubiyeho", "ndisubiyeho", "retirer", "retirer mon accord", "revenir sur mon accord"],
        [Command.Privacy] = ["privacy", "my privacy", "ubuzima bwite", "ibanga", "confidentialite", "vie privee"],
        [Command.MyData] =
        [
            "my data", "mydata", "my information", "show my data", "amakuru yanjye", "nyereka amakuru yanjye", "reba amakuru yanjye",
            "mes donnees", "mes informations", "voir mes donnees",
        ],
        [Command.EraseMe] =
        [
            "delete me", "erase me", "forget me", "remove me", "delete my data", "erase my data", "remove my data", "delete my account", "delete everything",
            "nsiba", "munsibe", "nimunsibe", "mumvanemo", "siba amakuru yanjye", "musibe amakuru yanjye", "gusiba amakuru yanjye", "mukureho amakuru yanjye",
            "effacez-moi", "efface-moi", "supprimez-moi", "oubliez-moi", "effacer mes donnees", "effacez mes donnees", "supprimer mes donnees", "supprimez mes donnees",
            "supprimer mon compte", "tout effacer",
        ],
        [Command.Keep] = ["keep", "keep me", "keep my data", "gumana", "mugumane", "ntimunsibe", "garder", "gardez", "gardez-moi"],
        [Command.Done] = ["done", "finished", "birangiye", "byarangiye", "narangije", "ndangije", "fini", "termine", "j'ai fini"],
    };

    static readonly Dictionary<string, Command> ByWord =
        Words.SelectMany(entry => entry.Value, (entry, word) => (Word: Joined(word), entry.Key)).ToDictionary(entry => entry.Word, entry => entry.Key);

    static readonly Dictionary<Command, (string Payload, string Label)> Written =
        Enum.GetValues<Command>().ToDictionary(command => command, command => (PayloadPrefix + Name(command), "talk.command." + Name(command)));

    static readonly Dictionary<string, Command> ByPayload = Enum.GetValues<Command>().ToDictionary(Payload);

    /// <summary>The command that is the whole of what was written, with or without a slash before it; null when it is none.</summary>
    public static Command? Read(string text)
    {
        if (text.Length > Longest)
            return null;
        var word = Word(text);
        return ByWord.TryGetValue(Joined(word), out var command) ? command
            : YesNoWords.IsYes(word) ? Command.Yes
            : YesNoWords.IsNo(word) ? Command.No
            : null;
    }

    /// <summary>What a button for the command carries, such as c:back.</summary>
    public static string Payload(Command command) => Written[command].Payload;

    /// <summary>The key of what is written on a button for the command, such as talk.command.back.</summary>
    public static string Label(Command command) => Written[command].Label;

    static string Name(Command command) => command switch
    {
        Command.Menu => "menu",
        Command.Back => "back",
        Command.Skip => "skip",
        Command.Why => "why",
        Command.Pause => "pause",
        Command.Resume => "resume",
        Command.Stop => "stop",
        Command.Start => "start",
        Command.Help => "help",
        Command.Language => "language",
        Command.Review => "review",
        Command.Yes => "yes",
        Command.No => "no",
        Command.Done => "done",
        Command.Link => "link",
        Command.Unlink => "unlink",
        Command.Share => "share",
        Command.Withdraw => "withdraw",
        Command.Privacy => "privacy",
        Command.MyData => "mydata",
        Command.EraseMe => "erase",
        Command.Keep => "keep",
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The command of a button's payload; null when the button means something else.</summary>
    public static Command? OfPayload(string payload) => ByPayload.TryGetValue(payload, out var command) ? command : null;

    // Who types on a phone leaves the hyphen out: effacez moi.
    static string Joined(string word) => word.Replace('-', ' ');

    // In a group Telegram writes /menu@TheBot.
    static string Word(string text)
    {
        var folded = Folding.Fold(text);
        return Folding.Bare(folded.StartsWith('/') ? folded[1..].Split('@')[0] : folded);
    }
}
