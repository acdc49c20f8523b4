using System.Collections.Frozen;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>What is said out of politeness: where it is no answer it is returned, and nobody is told that it was not understood.</summary>
static class Courtesies
{
    static readonly FrozenSet<string> Thanks = FrozenSet.ToFrozenSet(
        ["murakoze", "murakoze cyane", "urakoze", "urakoze cyane", "murakoze namwe", "merci", "merci beaucoup", "merci bien", "thanks", "thanks a lot", "thank you", "thank you very much", "thank you so much", "🙏"],
        StringComparer.Ordinal);

    /// <summary>The sentence that returns it; null when what was said is no courtesy.</summary>
    public static string? Returned(Scene scene) => Greetings.Is(scene.Said) ? scene.Text("talk.greeting")
        : scene.Said.Kind == SaidKind.Text && Thanks.Contains(Folding.Bare(scene.Said.Words)) ? scene.Text("talk.thanks")
        : null;
}
