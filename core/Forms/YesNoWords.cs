namespace RbcBot.Core.Forms;

/// <summary>The words for yes and no in the three languages, folded.</summary>
static class YesNoWords
{
    static readonly HashSet<string> Yes = ["yego", "yee", "ego", "oui", "yes", "yeah", "yep"];
    static readonly HashSet<string> No = ["oya", "non", "no", "nope"];

    // What a person may write for yes or no, but what no option is called.
    static readonly HashSet<string> Agreeing =
        ["ok", "okay", "okey", "oke", "k", "y", "sawa", "d'accord", "daccord", "ndabyemeye", "ndabyemera", "ndemera", "ndemeye", "i agree", "agree", "j'accepte", "👍", "✅", "✔"];
    static readonly HashSet<string> Refusing =
        ["n", "simbyemera", "i do not agree", "i don't agree", "je refuse", "je n'accepte pas", "no thanks", "no thank you", "non merci", "oya murakoze", "👎"];

    /// <summary>Whether a bare, folded writing says yes, once or more: "yego ndabyemeye", "yes, I agree".</summary>
    public static bool IsYes(string bare)
    {
        if (IsOneYes(bare))
            return true;
        var end = bare.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && IsOneYes(bare[..end].TrimEnd(',')) && IsYes(bare[(end + 1)..]);
    }

    /// <summary>Whether a bare, folded writing says no.</summary>
    public static bool IsNo(string bare) => No.Contains(bare) || Refusing.Contains(bare);

    static bool IsOneYes(string bare) => Yes.Contains(bare) || Agreeing.Contains(bare);

    /// <summary>Whether an option is the word yes itself.</summary>
    public static bool NamesYes(string bare) => Yes.Contains(bare);

    /// <summary>Whether an option is the word no itself.</summary>
    public static bool NamesNo(string bare) => No.Contains(bare);
}
