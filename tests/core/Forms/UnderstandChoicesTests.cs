using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandChoicesTests
{
    static readonly Question Topics = Asking.Question(QuestionType.SelectMultiple,
        Asking.Choice("epi", "Igicuri", "Épilepsie", "Epilepsy"),
        Asking.Choice("child", "Abana n'ababyeyi", "Enfants et parents", "Children and parents"),
        Asking.Choice("dep", "Agahinda, umunaniro na stress", "Dépression, fatigue et stress", "Depression, fatigue and stress"),
        Asking.Choice("alc", "Inzoga", "Alcool", "Alcohol"),
        Asking.Choice("none", "Nta na kimwe", "Aucun de ceux-ci", "None of these"));

    [Theory]
    [InlineData("1,3", "epi dep")]
    [InlineData("3 1", "epi dep")]
    [InlineData("1 na 3", "epi dep")]
    [InlineData("1 et 3", "epi dep")]
    [InlineData("1 and 3", "epi dep")]
    [InlineData("1;3", "epi dep")]
    [InlineData("1/3", "epi dep")]
    [InlineData("1.3", "epi dep")]
    [InlineData("1) 3)", "epi dep")]
    [InlineData("(1) (3)", "epi dep")]
    [InlineData("1, 2 na 4", "epi child alc")]
    [InlineData("1, 2, and 4.", "epi child alc")]
    [InlineData("1️⃣3️⃣", "epi dep")]
    [InlineData("1\n3", "epi dep")]
    [InlineData("1,1,1", "epi")]
    [InlineData("1,,3,", "epi dep")]
    [InlineData("4", "alc")]
    public void Numbers_are_separated_in_many_ways(string text, string names) => Assert.Equal(names, Asking.Answer(Topics, text).Value);

    [Theory]
    [InlineData("igicuri na inzoga", "epi alc")]
    [InlineData("Igicuri n’inzoga", "epi alc")]
    [InlineData("Inzoga, abana n'ababyeyi", "child alc")]
    [InlineData("Depression, fatigue and stress and alcohol", "dep alc")]
    [InlineData("Enfants et parents et alcool", "child alc")]
    [InlineData("epilepsie, dépression", "epi dep")]
    [InlineData("1. Epilepsy, 4. Alcohol", "epi alc")]
    public void Labels_may_hold_commas_and_the_word_and(string text, string names) => Assert.Equal(names, Asking.Answer(Topics, text).Value);

    [Theory]
    [InlineData("none")]
    [InlineData("Nta na kimwe")]
    [InlineData("aucun")]
    [InlineData("5")]
    public void None_is_an_answer_when_there_is_such_an_option(string text) => Assert.Equal("none", Asking.Answer(Topics, text).Value);

    [Theory]
    [InlineData("1,9")]
    [InlineData("13")]
    [InlineData("1-3")]
    [InlineData("")]
    [InlineData(", ,")]
    [InlineData("football")]
    public void What_is_no_option_is_unclear(string text) => Assert.Equal("understand.choices", Asking.Answer(Topics, text).HintKey);

    [Fact]
    public void None_is_unclear_when_there_is_no_such_option() =>
        Assert.Equal("understand.choices", Asking.Answer(Asking.Question(QuestionType.SelectMultiple, Asking.Plain("a", "Fever")), "none").HintKey);

    [Fact]
    public void Single_letters_are_separated_by_spaces()
    {
        var question = Asking.Question(QuestionType.SelectMultiple, Asking.Plain("x", "A. Rest"), Asking.Plain("y", "B. Water"), Asking.Plain("z", "C. Air"));
        Assert.Equal("x z", Asking.Answer(question, "A C").Value);
    }
}
