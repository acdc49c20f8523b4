using RbcBot.Core.Safety;
using Xunit.Abstractions;

namespace RbcBot.Tests.Core.Safety;

public sealed class CrisisLexiconTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("I want to die", SafetyLevel.Imminent)]
    [InlineData("I don't want to die", SafetyLevel.None)]
    [InlineData("My patient said she wants to die", SafetyLevel.Professional)]
    [InlineData("If a patient says she wants to die, I stay with her", SafetyLevel.None)]
    [InlineData("I w\u200Bant to d\u200Bie", SafetyLevel.Imminent)]
    [InlineData("Ｉ ｗａｎｔ ｔｏ ｄｉｅ", SafetyLevel.Imminent)]
    [InlineData("JE VÉUX MÔURIR", SafetyLevel.Imminent)]
    [InlineData("i want to su1c1de", SafetyLevel.Imminent)]
    [InlineData("ndashaka   gupfaaa", SafetyLevel.Imminent)]
    [InlineData("j’ai bu du poison", SafetyLevel.Imminent)]
    [InlineData("Nothing works. I want to die. Bye.", SafetyLevel.Imminent)]
    public void Each_is_read_as_it_is_meant(string text, SafetyLevel level) => Assert.Equal(level, CrisisLexicon.Shipped.Read(text).Level);

    [Theory]
    [InlineData("upper case")]
    [InlineData("no accents")]
    [InlineData("doubled letter")]
    [InlineData("zero width")]
    [InlineData("dots behind")]
    public void A_life_in_danger_is_found_however_it_is_typed(string noise)
    {
        var phrases = LabelledPhrase.OfDanger.Where(phrase => phrase is { Label: "imminent", Set: "development" }).Select(phrase => phrase with { Text = Noisy(phrase.Text, noise) });
        foreach (var missed in phrases.Where(phrase => Read(phrase) < SafetyLevel.Imminent))
            output.WriteLine(missed.Text);
        Assert.InRange(Share(phrases, SafetyLevel.Imminent), 0.97, 1);
    }

    [Fact]
    public void Anything_at_all_is_read_without_a_fault_and_in_the_same_way()
    {
        var chance = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, chance.Next(80)).Select(_ => (char)chance.Next(0x2500))]);
            Assert.Equal(CrisisLexicon.Shipped.Read(text), CrisisLexicon.Shipped.Read(text));
        }
    }

    [Fact]
    public void A_lexicon_with_a_line_that_is_not_understood_is_refused() =>
        Assert.Throws<FormatException>(() => CrisisLexicon.Of("version 1\nalarm: help"));

    static SafetyLevel Read(LabelledPhrase phrase) => CrisisLexicon.Shipped.Read(phrase.Text).Level;

    static double Share(IEnumerable<LabelledPhrase> phrases, SafetyLevel least) => phrases.Select(phrase => Read(phrase) >= least ? 1.0 : 0).Average();

    static string Noisy(string text, string noise) => noise switch
    {
        "upper case" => text.ToUpperInvariant(),
        "no accents" => RbcBot.Core.Texts.Folding.Fold(text),
        "doubled letter" => text.Replace("a", "aa", StringComparison.Ordinal),
        "zero width" => string.Join('\u200B', text.AsEnumerable()),
        _ => text + "......",
    };
}
