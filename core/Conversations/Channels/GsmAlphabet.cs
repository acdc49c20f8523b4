using System.Text;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Channels;

/// <summary>The alphabet that SMS is cheap in (3GPP 23.038, table 6.2.1), and the signs that cost two places.</summary>
public static class GsmAlphabet
{
    const string Single =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    const string Double = "\f^{}\\[~]|€";

    /// <summary>Signs that say the same in the alphabet: quotes, dashes, dots and blanks of typography.</summary>
    static readonly Dictionary<char, string> Plainer = new()
    {
        ['‘'] = "'",
        ['’'] = "'",
        ['‛'] = "'",
        ['`'] = "'",
        ['´'] = "'",
        ['ʼ'] = "'",
        ['′'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['«'] = "\"",
        ['»'] = "\"",
        ['″'] = "\"",
        ['‐'] = "-",
        ['‑'] = "-",
        ['‒'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['−'] = "-",
        ['•'] = "-",
        ['·'] = "-",
        ['…'] = "...",
        ['\t'] = " ",
        ['\u00A0'] = " ",
        ['\u202F'] = " ",
        ['\u2009'] = " ",
        ['\u200B'] = "",
        ['\uFEFF'] = "",
        ['×'] = "x",
        ['☰'] = "",
        ['◀'] = "<",
        ['▶'] = ">",
    };

    internal static bool Has(string sign) => sign.All(letter => Single.Contains(letter) || Double.Contains(letter));

    internal static int Septets(string sign) => sign.Sum(letter => Double.Contains(letter) ? 2 : 1);

    /// <summary>The text with typographic signs written in the alphabet; letters that the alphabet lacks stay as they are.</summary>
    public static string Plain(string text)
    {
        if (Has(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Folding.Storable(text).Normalize(NormalizationForm.FormC))
            _ = Plainer.TryGetValue(letter, out var other) ? plain.Append(other) : plain.Append(letter);
        return plain.ToString();
    }
}
