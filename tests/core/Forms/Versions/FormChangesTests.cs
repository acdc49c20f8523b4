using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms.Versions;

public sealed class FormChangesTests
{
    [Fact]
    public void The_same_form_has_no_changes() => Assert.Empty(FormChanges.Between(Version.Form(), Version.Form()));

    [Fact]
    public void A_new_question_will_be_asked() => Told(
        ChangeKind.Added, AnswerEffect.Asked, 4, "sex",
        Version.With("select_one place |", "text | sex | Sexe ? | Sex? | | | |\nselect_one place |"));

    [Fact]
    public void A_removed_question_drops_its_answers() => Told(
        ChangeKind.Removed, AnswerEffect.Dropped, 2, "full_name",
        Version.With("text | full_name | Votre nom ? | Your name? | | | |\n", ""));

    [Fact]
    public void A_question_in_another_group_keeps_its_answers()
    {
        var change = Version.Only(Version.With(
            "integer | years | Combien d'années ? | How many years? | | . < 60 | |",
            "begin group | work | | | | | |\ninteger | years | Combien d'années ? | How many years? | | . < 60 | |\nend group | | | | | | |"));
        Assert.Equal((ChangeKind.Moved, AnswerEffect.Kept, "years", "work/years"), (change.Kind, change.Effect, change.Before, change.After));
    }

    [Fact]
    public void A_new_name_for_the_same_question_is_proposed_as_renamed()
    {
        var change = Version.Only(Version.With("text | full_name |", "text | whole_name |"));
        Assert.Equal((ChangeKind.Renamed, AnswerEffect.AskedAgain, "full_name", "whole_name"), (change.Kind, change.Effect, change.Before, change.After));
    }

    [Fact]
    public void Another_name_and_another_label_are_another_question() => Assert.Equal(
        [ChangeKind.Added, ChangeKind.Removed],
        FormChanges.Between(Version.Form(), Version.With("full_name | Votre nom ? | Your name?", "age | Votre âge ? | Your age?")).Select(change => change.Kind).Order());

    [Theory]
    [InlineData("integer | years", "decimal | years", AnswerEffect.KeptWhereItFits)]
    [InlineData("text | full_name", "integer | full_name", AnswerEffect.KeptWhereItFits)]
    [InlineData("select_one place | place", "text | place", AnswerEffect.AskedAgain)]
    [InlineData("integer | years", "date | years", AnswerEffect.AskedAgain)]
    [InlineData("select_one place | place", "select_multiple place | place", AnswerEffect.KeptWhereItFits)]
    public void Another_type_says_whether_answers_can_stay(string piece, string by, AnswerEffect effect) =>
        Assert.Equal(effect, FormChanges.Between(Version.Form(), Version.With(piece, by)).Single(change => change.Kind == ChangeKind.TypeChanged).Effect);

    [Theory]
    [InlineData("meds | vpa | Valproate | Valproate |", "", ChangeKind.ChoicesRemoved, "vpa")]
    [InlineData("meds | vpa", "meds | lev | Lévétiracétam | Levetiracetam |\nmeds | vpa", ChangeKind.ChoicesAdded, "lev")]
    [InlineData("Health centre", "Health center", ChangeKind.ChoicesReworded, "2")]
    public void Choices_that_changed_are_told(string piece, string by, ChangeKind kind, string name)
    {
        var change = Version.Only(Version.WithChoices(piece, by));
        Assert.Equal((kind, name), (change.Kind, Assert.Single(change.Choices).Name));
    }

    [Fact]
    public void Choices_are_named_in_the_reader_s_language() => Assert.Equal(
        "Choices taken away: cbz (Carbamazepine)", ChangeWords.What(Version.Only(Version.WithChoices("meds | cbz | Carbamazépine | Carbamazepine |", "")), Language.En));

    [Fact]
    public void A_list_of_many_questions_is_told_once()
    {
        const string More = "select_one place | before | Avant ? | And before? | | | |\nnote | thanks";
        var (older, newer) = (Version.Form(Version.Survey.Replace("note | thanks", More, StringComparison.Ordinal)), Version.Form(Version.Survey.Replace("note | thanks", More, StringComparison.Ordinal), Version.Choices.Replace("Health centre", "Health center", StringComparison.Ordinal)));
        var change = Assert.Single(FormChanges.Between(older, newer));
        Assert.Equal(("place", "before", "and 1 more question"), (change.Name, Assert.Single(change.Others), ChangeWords.Others(change, Language.En)));
    }

    [Fact]
    public void A_type_is_told_in_the_author_s_words() => Assert.Equal(
        ("select_one place", "text"), FormChanges.Between(Version.Form(), Version.With("select_one place | place", "text | place")) is [var change] ? (change.Before, change.After) : default);

    [Fact]
    public void Codes_that_change_their_meaning_are_told()
    {
        var change = Version.Only(Version.WithChoices("place | 1 | Hôpital | Hospital | big\nplace | 2 |", "place | 2 | Hôpital | Hospital | big\nplace | 1 |"));
        Assert.Equal((ChangeKind.ChoicesExchanged, AnswerEffect.KeptWhereItFits), (change.Kind, change.Effect));
    }

    [Theory]
    [InlineData("Your name?", "What is your name?", ChangeKind.TextChanged, "label::en", AnswerEffect.Kept)]
    [InlineData(". < 60", ". < 50", ChangeKind.LogicChanged, "constraint", AnswerEffect.KeptWhereItFits)]
    [InlineData("${years} > 2", "${years} > 3", ChangeKind.LogicChanged, "relevant", AnswerEffect.Kept)]
    [InlineData("Thank you.", "Thanks.", ChangeKind.TextChanged, "label::en", AnswerEffect.None)]
    public void A_changed_cell_is_told_with_its_column(string piece, string by, ChangeKind kind, string column, AnswerEffect effect)
    {
        var change = Version.Only(Version.With(piece, by));
        Assert.Equal((kind, column, effect, piece, by), (change.Kind, change.What, change.Effect, change.Before, change.After));
    }

    [Fact]
    public void A_new_language_is_told_once()
    {
        var older = Version.Form(Version.Survey.Replace("label::English (en)", "note", StringComparison.Ordinal), Version.Choices.Replace("label::English (en)", "note", StringComparison.Ordinal));
        var change = Assert.Single(FormChanges.Between(older, Version.Form()));
        Assert.Equal((ChangeKind.LanguageAdded, "en"), (change.Kind, change.What));
    }

    [Fact]
    public void A_changed_setting_is_told() => Assert.Equal(
        (ChangeKind.SettingChanged, "version", "1", "2"),
        Version.Only(Version.Form(settings: "form_id | version\nv | 2")) is var change ? (change.Kind, change.Name, change.Before, change.After) : default);

    [Fact]
    public void Every_kind_and_effect_has_a_sentence_in_every_language() => Assert.All(Languages.All, language =>
    {
        Assert.All(Enum.GetValues<ChangeKind>(), kind => Assert.NotEmpty(ChangeWords.What(new(kind, AnswerEffect.Kept, 2, "a"), language)));
        Assert.All(Enum.GetValues<AnswerEffect>(), effect => Assert.NotEmpty(ChangeWords.Effect(new(ChangeKind.Added, effect, 2, "a"), language)));
    });

    static void Told(ChangeKind kind, AnswerEffect effect, int row, string name, Form newer)
    {
        var change = Version.Only(newer);
        Assert.Equal((kind, effect, row, name), (change.Kind, change.Effect, change.Row, change.Name));
    }
}
