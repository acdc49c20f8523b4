using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class ChoiceSearchTests
{
    static readonly string[] Places = ["Huye", "Kibirizi", "Kibilizi", "Nyanza", "Gatare", "Rutare", "Mukarange", "Ruhengeri", "Bigogwe", "Nyamata"];

    static readonly Question Centres = Asking.Question(QuestionType.SelectOne,
        [.. Places.Select(place => Asking.Choice($"{place.ToLowerInvariant()}_hc", $"Ikigo nderabuzima cya {place}", $"Centre de santé de {place}", $"{place} Health Centre")),
         .. Enumerable.Range(1, 70).Select(number => Asking.Plain($"post{number}", $"Poste de santé Zone {number}")),
         Asking.Choice("district_hospital", "Ibitaro by'akarere bya Nyabisindu", "Hôpital de district de Nyabisindu", "Nyabisindu District Hospital")]);

    [Theory]
    [InlineData("CS Huye", "huye_hc")]
    [InlineData("Huye HC", "huye_hc")]
    [InlineData("centre de sante huye", "huye_hc")]
    [InlineData("huye health center", "huye_hc")]
    [InlineData("mukaranje", "mukarange_hc")]
    [InlineData("Ruhengeli", "ruhengeri_hc")]
    [InlineData("bigowge", "bigogwe_hc")]
    [InlineData("nyabisindu hospital", "district_hospital")]
    [InlineData("Hopital Nyabisindu", "district_hospital")]
    public void One_option_is_found_and_said_back(string text, string name) => Assert.Equal(new Understanding(name, true, null), Asking.Answer(Centres, text));

    [Fact]
    public void A_few_that_fit_are_offered()
    {
        var read = Asking.Answer(Centres, "kibirisi");
        Assert.Equal("understand.offered", read.HintKey);
        Assert.Equal(["kibirizi_hc", "kibilizi_hc"], read.Offered);
    }

    [Theory]
    [InlineData("zone", "understand.more-letters")]
    [InlineData("centre de santé", "understand.ambiguous")]
    [InlineData("Huye hospital", "understand.offered")]
    [InlineData("xylophone", "understand.no-match")]
    [InlineData("z", "understand.more-letters")]
    public void Too_many_ask_for_more_letters_and_none_for_others(string text, string hint) => Assert.Equal(hint, Asking.Answer(Centres, text).HintKey);

    [Fact]
    public void The_best_come_first_and_ties_stay_in_order() =>
        Assert.Equal(["nyanza_hc", "nyamata_hc", "district_hospital"], ChoiceSearch.Find(Centres.Choices, "nya", Language.En).Select(match => match.Choice.Name));

    [Theory]
    [InlineData("HUYE", "huye_hc")]
    [InlineData("Mukara", "mukarange_hc")]
    public void The_beginning_of_a_name_is_enough(string text, string name) => Assert.Equal(name, Asking.Answer(Centres, text).Value);

    [Theory]
    [InlineData("satisfied")]
    [InlineData("unable")]
    public void The_opposite_is_never_taken(string text)
    {
        var question = Asking.Question(QuestionType.SelectOne, Asking.Plain("a", "Not satisfied"), Asking.Plain("b", "Able"), Asking.Plain("c", "Does not know"));
        Assert.Null(Asking.Answer(question, text).Value);
    }

    [Theory]
    [InlineData("Infirmier·ère", "infirmière")]
    [InlineData("Infirmier·ère", "INFIRMIER")]
    [InlineData("Infirmier(ère)", "infirmière")]
    [InlineData("Infirmier/ère", "infirmiere")]
    [InlineData("Infirmier.ère", "infirmier")]
    [InlineData("Infirmier·ère·s", "infirmières")]
    [InlineData("Étudiant·e", "étudiante")]
    [InlineData("Directeur·rice", "directrice")]
    [InlineData("Formateur/trice", "formatrice")]
    [InlineData("Assistant(e) social(e)", "assistante sociale")]
    public void Words_for_women_and_men_are_understood(string label, string text)
    {
        var question = Asking.Question(QuestionType.SelectOne, Asking.Plain("x", label), Asking.Plain("y", "Médecin"));
        Assert.Equal(new Understanding("x", false, null), Asking.Answer(question, text));
    }

    [Fact]
    public void Several_options_of_a_long_list_are_searched_for() =>
        Assert.Equal("huye_hc ruhengeri_hc", Asking.Answer(Centres with { Type = QuestionType.SelectMultiple }, "CS Huye, Ruhengeli HC").Value);
}
