using RbcBot.Admin.Rounds;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Texts;

/// <summary>Letters that are none, which .NET refuses to put into a normal form: whoever writes them is found, written to and read like all.</summary>
public sealed class StrangeLettersTests
{
    [Fact]
    public void They_are_left_out_and_break_nothing()
    {
        foreach (var name in (string[])["\uFFFEÉloïse\uFFFF", "Éloïse\uD83D", "\uDC00Éloïse\uFFFE"])
        {
            Assert.Equal(["n:eloise"], SearchWords.Asked(name));
            Assert.Equal("eloise", Folding.Fold(name));
            Assert.Equal("ELOISE", Upload.Suggest(name));
            Assert.StartsWith("Élo", GsmAlphabet.Plain(name), StringComparison.Ordinal);
        }
    }
}
