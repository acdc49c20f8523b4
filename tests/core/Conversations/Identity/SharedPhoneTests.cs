using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Given.TwoOnOnePhone;

namespace RbcBot.Tests.Core.Conversations.Identity;

public sealed class SharedPhoneTests
{
    [Fact]
    public void Each_has_a_lane_of_her_own_with_her_own_answers()
    {
        var talks = Two().Enters(Phone, "B1").Says(Phone, "fr").Says(Phone, "oui").Says(Phone, "Huye");
        Assert.Equal((Language.En, 1), Answered(talks, Keza));
        Assert.Equal((Language.Fr, 1), Answered(talks, Mugabo));
        Assert.NotEqual(talks.Lane("p1").Sessions[0].Answers[0].Value, talks.Lane("p1.1").Sessions[0].Answers[0].Value);
    }

    [Fact]
    public void After_a_quarter_of_an_hour_it_is_asked_and_what_was_written_is_handed_over_in_order()
    {
        var talks = Hand(Two(), "Keza").Waits(TimeSpan.FromMinutes(16)).Says(Phone, "CS Muhoza").Says(Phone, "back");
        Assert.StartsWith("Ni nde wanditse?", Last(talks), StringComparison.Ordinal);
        Assert.Equal(["CS Muhoza", "back"], talks.Lane("p1").Shared!.Kept.Select(kept => kept.Said.Words));
        talks.Says(Phone, "1");
        Assert.Empty(talks.Lane("p1").Shared!.Kept);
        Assert.Contains("2/58", Last(talks), StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_quarter_of_an_hour_nothing_is_asked()
    {
        var talks = Hand(Two(), "Keza").Waits(TimeSpan.FromMinutes(14)).Says(Phone, "menu");
        Assert.Equal(PhoneQuestion.None, talks.Lane("p1").Shared!.Open);
    }

    [Theory, InlineData("2"), InlineData("mugabo"), InlineData(" MUGABO. ")]
    public void A_number_or_a_name_chooses(string words)
    {
        var talks = Two().Says(Phone, "shared phone").Says(Phone, words);
        Assert.Equal(Mugabo, talks.Lane("p1").Shared!.Speaker);
    }

    [Theory, InlineData("autre"), InlineData("Undi"), InlineData("3")]
    public void Somebody_new_is_chosen_in_every_language(string words)
    {
        var talks = Two().Says(Phone, "telefoni isangiwe").Says(Phone, words).Says(Phone, "Ineza");
        Assert.Equal(["Keza", "Mugabo", "Ineza"], talks.Lane("p1").Shared!.Sharers.Select(sharer => sharer.Name));
        Assert.Equal("ChoosingLanguage", talks.Lane("p1.2").State);
    }

    [Theory, InlineData("menu"), InlineData("42"), InlineData("a name that is far too long for this"), InlineData("<b>"), InlineData("other")]
    public void What_is_no_name_of_hers_is_asked_again(string words)
    {
        var talks = Two().Says(Phone, "shared phone").Presses(Phone, Other).Says(Phone, words);
        Assert.Equal(2, talks.Lane("p1").Shared!.Sharers.Count);
        talks.Says(Phone, "Mugabo");
        Assert.Equal(Mugabo, talks.Lane("p1").Shared!.Speaker);
    }

    [Fact]
    public void Anything_but_a_name_lets_the_phone_be_hers_alone()
    {
        var talks = One().Says(Phone, "shared phone").Says(Phone, "menu").Says(Phone, "CS Muhoza");
        Assert.Null(talks.Lane("p1").Shared);
    }

    [Fact]
    public void A_name_that_is_asked_for_and_not_given_is_no_answer_lost()
    {
        var talks = One().Says(Phone, "shared phone").Waits(TimeSpan.FromMinutes(20)).Says(Phone, "CS Muhoza");
        Assert.Null(talks.Lane("p1").Shared);
        Assert.Equal(2, talks.Lane("p1").Sessions[0].Answers.Count);
    }

    [Fact]
    public void Stop_of_who_was_chosen_is_her_own()
    {
        var talks = Two().Says(Phone, "stop");
        Assert.Equal((false, true, false), (talks.Lane("p1").IsSilenced, talks.Lane("p1.1").IsSilenced, talks.Lane("p1").Shared!.IsSilenced));
    }

    [Fact]
    public void A_button_of_one_presses_nothing_of_the_other()
    {
        var talks = One();
        var shown = $"q:{talks.Lane("p1").Sessions[0].Asked!.Token}:0";
        Newcomer(talks).Enters(Phone, "B1").Says(Phone, "en").Says(Phone, "yes");
        talks.PressesPayload(Phone, shown);
        Assert.Empty(talks.Lane("p1.1").Sessions[0].Answers);
    }

    [Fact]
    public void What_was_written_before_somebody_was_asked_for_and_comes_late_is_given_to_nobody()
    {
        var talks = Newcomer(One(Nobody(isDated: true))).Waits(TimeSpan.FromMinutes(20)).Says(Phone, "hello").Presses(Phone, "Keza");
        var answers = talks.Lane("p1").Sessions[0].Answers.Count;
        talks.SaidBefore(Phone, "CS Muhoza", TimeSpan.FromMinutes(10));
        Assert.Contains("came late", Last(talks), StringComparison.Ordinal);
        Assert.Equal(answers, talks.Lane("p1").Sessions[0].Answers.Count);
    }

    [Fact]
    public void More_than_is_kept_is_said_not_to_be()
    {
        var talks = Two().Waits(TimeSpan.FromHours(1));
        for (var message = 0; message <= SharedPhone.MostKept; message++)
            talks.Says(Phone, $"message {message} of many");
        Assert.Contains("not kept", Last(talks), StringComparison.Ordinal);
        Assert.Equal(SharedPhone.MostKept, talks.Lane("p1").Shared!.Kept.Count);
    }

    [Fact]
    public void A_name_is_corrected_by_its_person()
    {
        var talks = Two().Says(Phone, "en").Says(Phone, "shared phone").Presses(Phone, "Change the name Mugabo").Says(Phone, "Gabo");
        Assert.Equal(["Keza", "Gabo"], talks.Lane("p1").Shared!.Sharers.Select(sharer => sharer.Name));
        Assert.Equal(Mugabo, talks.Lane("p1").Shared!.Speaker);
    }

    [Fact]
    public void Who_leaves_keeps_her_answers_and_is_not_found_there()
    {
        var talks = Hand(Two().Says(Phone, "en"), "Keza").Says(Phone, "shared phone").Presses(Phone, "Take Keza away").Presses(Phone, "Yes, take away");
        Assert.Equal(["Mugabo"], talks.Lane("p1").Shared!.Sharers.Select(sharer => sharer.Name));
        Assert.Single(talks.Lane("p1").Sessions[0].Answers);
        var before = talks.Transcript.Length;
        talks.Hears(Keza, Said.Due("letter:selected:M1"), "letter");
        Assert.DoesNotContain("whatsapp<", talks.Transcript[before..], StringComparison.Ordinal);
        talks.Presses(Phone, "Mugabo").Says(Phone, "shared phone").Presses(Phone, "Only I use this phone").Says(Phone, "menu");
        Assert.Equal((null, Mugabo), (talks.Lane("p1").Shared, talks.Lane("p1").Speaker));
    }

    static (Language?, int) Answered(Talks talks, PersonId person) => (talks.Lane(person.Value).Language, talks.Lane(person.Value).Sessions[0].Answers.Count);
}
