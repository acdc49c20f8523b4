using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Dialogues;

/// <summary>How each kind of question sounds, in the three languages.</summary>
public sealed class SpokenDialogueTests
{
    public static TheoryData<string> All => ["rw", "fr", "en"];

    [Theory, MemberData(nameof(All))]
    public void One_of_512_health_centres_is_found_by_typing_by_district_or_by_its_number(string language) => Approve("long-list", language,
        Begun(SpokenForm.LongList, language).Says("nyangee").Says("suivant").Presses(Word(language, "talk.list.all")).PressesOption(6).PressesPayload(":p1")
            .Says("nyange huye").Says("12").Says(Word(language, "talk.command.back")).Says("cs qqqq").Says("430"));

    [Theory, MemberData(nameof(All))]
    public void Two_ratings_name_their_task_once_and_rows_of_a_table_their_scale(string language) => Approve("ratings", language,
        Begun(SpokenForm.Ratings, language).Presses("5").Says("what").Says("3").Presses("4").Presses("2").Presses("1").Presses("5"));

    [Theory, MemberData(nameof(All))]
    public void Three_numbers_are_answered_in_one_message(string language) => Approve("field-list", language,
        Begun(SpokenForm.FieldList, language).Says("12, 15, 30").Says(Word(language, "talk.command.back")).Says("31").SkipsTo("").Presses(Word(language, "talk.submit")));

    [Theory, MemberData(nameof(All))]
    public void What_is_refused_among_several_is_asked_alone(string language) => Approve("field-list-refused", language,
        Begun(SpokenForm.FieldList, language).Says("12").Says("12\n700\n3").Says("70"));

    [Theory, MemberData(nameof(All))]
    public void A_date_is_chosen_in_the_calendar_or_written(string language) => Approve("calendar", language,
        Begun(SpokenForm.Dates, language).Presses(Word(language, "talk.calendar")).PressesOption(0).PressesOption(2).Says("2024").PressesOption(4).PressesOption(16).Says("7:30"));

    [Theory, MemberData(nameof(All))]
    public void A_place_is_a_district_or_shared_and_a_photo_is_sent(string language) => Approve("place-photo", language,
        Begun(SpokenForm.Place, language).Says("mu rugo").Says("Huye").Says("photo").SendsFile("a1-front.pdf", "application/pdf").SendsFile("a1-front.jpg", "image/jpeg")
            .Says(Word(language, "talk.command.back")).Says(Word(language, "talk.command.back")).SharesPlace("-1.9501 30.0588 0 12").SendsFile("a1-new.jpg", "image/jpeg").SkipsTo(""));

    [Theory, MemberData(nameof(All))]
    public void A_repeat_takes_three_children_and_asks_for_one_more(string language) => Approve("children", language,
        Begun(SpokenForm.Children, language).Says("Keza").Says("4").Presses(Word(language, "talk.yes")).Says("Ineza").Says("6").Says(Word(language, "talk.yes"))
            .Says("Gabo").Says("9").Presses(Word(language, "talk.no")).SkipsTo("").Says("3").Says("Neza").Presses(Word(language, "talk.submit")));

    [Theory, MemberData(nameof(All))]
    public void A_correction_asks_again_what_it_changes(string language) => Approve("correction", language,
        Begun(SpokenForm.Correction, language).Says("2").Says(Word(language, "talk.command.review")).Says("1").Says("2").Says("7")
            .Presses(Word(language, "talk.correct")).Says("1").Says("1").Says("3").Says("mutarama").Says("1").Says("2").Presses(Word(language, "talk.submit")));

    [Theory, MemberData(nameof(All))]
    public void What_stands_on_the_buttons_of_a_review_can_be_written(string language)
    {
        var review = Begun(SpokenForm.Correction, language).Says("2").Says("7");
        Assert.Contains(Text.Of(Languages.Parse(language)!.Value, "talk.correct.which").Split('{')[0], review.Says(Word(language, "talk.correct").ToLowerInvariant()).Last[0].Text, StringComparison.Ordinal);
        Assert.NotNull(review.Says(Word(language, "talk.submit").ToUpperInvariant()).Conversation.Sessions.Single().Submitted);
    }

    [Theory, MemberData(nameof(All))]
    public void A_required_question_is_left_for_later_and_comes_back(string language) => Approve("later", language,
        Begun(SpokenForm.LongList, language).Says("qqqq").Says("wwww").Says("xxxx").Presses(Word(language, "talk.later")).Says("20").Says("cs kabeza (huye)"));

    [Theory, MemberData(nameof(All))]
    public void A_stop_sign_offers_the_answer_it_follows_from(string language) => Approve("stop-sign", language,
        Begun(SpokenForm.Stop, language).Says("12").Says("ok").PressesOption(0).Says("21").SkipsTo(""));

    [Fact]
    public void A_ranking_is_pressed_in_its_order_and_several_are_ticked_in_a_long_list() => Approve("rank", "en",
        Begun(SpokenForm.Rank, "en").Presses("3").Presses("1").Says("done").Presses("5").Presses("2").Presses("Done")
            .Says("kirambo").PressesOption(1).Presses("Whole list").Presses("Done (1)"));

    static Dialogue Begun(Form form, string language) =>
        new Dialogue(Shipped.Of(form, "S1", RoundKind.Interview)).Enters("S1").Says(language).Presses(Word(language, "talk.agree"));

    static string Word(string language, string key) => Text.Of(Languages.Parse(language)!.Value, key);

    static void Approve(string name, string language, Dialogue dialogue) =>
        Approved.Match(dialogue.Transcript, Path.Combine("tests", "Dialogues", $"spoken-{name}-{language}.txt"));
}
