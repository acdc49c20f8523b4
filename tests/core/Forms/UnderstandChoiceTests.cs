using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandChoiceTests
{
    static readonly Question Cadre = Asking.Question(QuestionType.SelectOne,
        Asking.Choice("nurse", "Umuforomo", "Infirmier", "Nurse"),
        Asking.Choice("doctor", "Muganga", "Médecin", "Doctor"),
        Asking.Choice("psych", "Umuhanga mu by'imitekerereze", "Psychologue", "Psychologist"),
        Asking.Choice("psychiatrist", "Muganga w'indwara zo mu mutwe", "Psychiatre", "Psychiatrist"));

    static readonly Question YesNo = Asking.Question(QuestionType.SelectOne, Asking.Plain("1", "Yes"), Asking.Plain("0", "No"));

    static readonly Question Quiz = Asking.Question(QuestionType.SelectOne,
        Asking.Plain("valproate", "A. Valproate"), Asking.Plain("levetiracetam", "B. Levetiracetam"), Asking.Plain("phenobarbital", "C. Phenobarbital"));

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("(2)")]
    [InlineData("2️⃣")]
    [InlineData("٢")]
    [InlineData("igisubizo ni 2")]
    [InlineData("n° 2")]
    [InlineData("MUGANGA")]
    [InlineData("medecin")]
    [InlineData("Doctor!")]
    [InlineData("doc")]
    [InlineData("2. Doctor")]
    [InlineData("2) muganga")]
    [InlineData("deux")]
    public void An_option_is_meant_by_number_label_or_beginning(string text) => Assert.Equal("doctor", Asking.Answer(Cadre, text).Value);

    [Theory]
    [InlineData("psych", "psych")]
    [InlineData("umuhanga mu by’imitekerereze", "psych")]
    [InlineData("Umufolomo", "nurse")]
    [InlineData("psychia", "psychiatrist")]
    public void Names_apostrophes_and_spelling_noise_are_understood(string text, string name) => Assert.Equal(name, Asking.Answer(Cadre, text).Value);

    [Theory]
    [InlineData("psyc", Language.En)]
    [InlineData("3. Nurse", Language.En)]
    public void What_fits_several_options_is_ambiguous(string text, Language language) =>
        Assert.Equal("understand.ambiguous", Asking.Answer(Cadre, text, language).HintKey);

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("do")]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("🤷")]
    public void What_fits_no_option_is_unclear(string text) => Assert.Equal("understand.choice", Asking.Answer(Cadre, text).HintKey);

    [Theory]
    [InlineData("yego", "1")]
    [InlineData("Oui", "1")]
    [InlineData("yes.", "1")]
    [InlineData("1", "1")]
    [InlineData("OYA", "0")]
    [InlineData("non", "0")]
    [InlineData("2", "0")]
    [InlineData("0", "0")]
    public void Yes_and_no_are_understood_in_every_language(string text, string name) => Assert.Equal(name, Asking.Answer(YesNo, text).Value);

    [Theory]
    [InlineData("B.")]
    [InlineData("b")]
    [InlineData("igisubizo ni B")]
    [InlineData("la réponse est b")]
    [InlineData("levetiracetam")]
    public void A_letter_counts_when_the_options_are_lettered(string text) => Assert.Equal("levetiracetam", Asking.Answer(Quiz, text).Value);

    [Fact]
    public void A_number_counts_by_the_order_shown() =>
        Assert.Equal("psych", Understand.Answer(Cadre, [.. Cadre.Choices.Reverse()], "2", Language.En, Asking.Today).Value);

    [Fact]
    public void A_label_that_is_a_number_wins_and_is_said_back()
    {
        var scale = Asking.Question(QuestionType.SelectOne, [.. Enumerable.Range(0, 5).Select(mark => Asking.Plain($"m{mark}", $"{mark}"))]);
        Assert.Equal(new Understanding("m3", true, null), Asking.Answer(scale, "3"));
    }

    [Fact]
    public void A_label_in_the_chosen_language_wins_over_others()
    {
        var question = Asking.Question(QuestionType.SelectOne, Asking.Choice("a", "Rimwe", "Mata", "x"), Asking.Choice("b", "Mata", "y", "z"));
        Assert.Equal("b", Asking.Answer(question, "mata").Value);
    }
}
