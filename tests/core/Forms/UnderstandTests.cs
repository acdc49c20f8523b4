using CsCheck;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandTests
{
    static readonly string[] Bits =
        ["1", "23", "3️⃣", ",", " na ", " et ", "-", ".", "/", "yego", "\uD800", "\uFFFE", "\0", "\u20E3", "ﷺ", "٣", "icumi", "mai", "2024", "a", "'", "\n"];

    static readonly Gen<string> Pieces = Gen.Int[0, Bits.Length - 1].Select(index => Bits[index]);

    static readonly Gen<string> Written = Gen.OneOf(Gen.String, Pieces.Array[0, 12].Select(string.Concat));

    static readonly Gen<Question> Questions =
        from type in Gen.Enum<QuestionType>()
        from labels in Written.Array[0, 6]
        select Asking.Question(type, [.. labels.Select((label, index) => Asking.Plain($"n{index}", label))]);

    [Fact]
    public void Nothing_that_is_written_throws() =>
        Gen.Select(Questions, Written, Gen.Enum<Language>()).Sample((question, text, language) =>
        {
            var understood = Asking.Answer(question, text, language);
            return understood.Value is null != understood.HintKey is null
                && (understood.HintKey is null || Text.Has(language, understood.HintKey));
        }, iter: 5_000);

    [Fact]
    public void An_option_that_is_understood_is_one_that_was_shown() =>
        Gen.Select(Written.Array[0, 6], Written).Sample((labels, text) =>
        {
            var question = Asking.Question(QuestionType.SelectMultiple, [.. labels.Select((label, index) => Asking.Plain($"n{index}", label))]);
            var names = Asking.Answer(question, text).Value?.Split(' ') ?? [];
            return names.Order().SequenceEqual(names) && names.All(name => question.Choices.Any(choice => choice.Name == name));
        }, iter: 1_000);

    [Theory]
    [InlineData("  0788 123 456 \n", "0788 123 456")]
    [InlineData("012", "012")]
    [InlineData("👍", "👍")]
    public void Text_is_kept_as_written(string text, string value) =>
        Assert.Equal(new Understanding(value, false, null), Asking.Answer(Asking.Question(QuestionType.Text), text));

    [Fact]
    public void What_no_store_takes_is_left_out_of_a_text() =>
        Assert.Equal("ab", Asking.Answer(Asking.Question(QuestionType.Text), "a\0b\uD83D").Value);

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B\u00A0\0")]
    public void A_blank_text_is_unclear(string text) => Assert.Equal("understand.text", Asking.Answer(Asking.Question(QuestionType.Text), text).HintKey);

    [Fact]
    public void A_text_is_taken_up_to_ten_thousand_characters()
    {
        var question = Asking.Question(QuestionType.Text);
        Assert.Equal(10_000, Asking.Answer(question, new string('a', 10_000)).Value?.Length);
        Assert.Equal("understand.long", Asking.Answer(question, new string('a', 10_001)).HintKey);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("YEGO")]
    [InlineData("Oui.")]
    [InlineData("yes")]
    [InlineData("👍🏿")]
    public void Agreement_is_acknowledged(string text) => Assert.Equal("OK", Asking.Answer(Asking.Question(QuestionType.Acknowledge), text).Value);

    [Fact]
    public void Refusal_is_not_acknowledged() =>
        Assert.Equal("understand.acknowledge", Asking.Answer(Asking.Question(QuestionType.Acknowledge), "oya").HintKey);

    [Fact]
    public void A_huge_writing_is_unclear_at_once() =>
        Assert.Equal("understand.number", Asking.Answer(Asking.Question(QuestionType.Integer), new string('1', 20_000_000)).HintKey);
}
