using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;
using static RbcBot.Tests.Given.TwoOnOnePhone;

namespace RbcBot.Tests.Core.Conversations.Identity;

public sealed class SharedPhonePeaceTests
{
    [Fact]
    public void Stop_while_it_is_asked_leaves_everybody_in_peace_and_start_undoes_it()
    {
        var talks = Two().Waits(TimeSpan.FromHours(1)).Says(Phone, "hello").Says(Phone, "STOP");
        Assert.Contains("We will not write to this phone any more", Last(talks), StringComparison.Ordinal);
        Assert.True(talks.Lane("p1").Shared!.IsSilenced);
        Assert.False(talks.Lane("p1").IsSilenced);
        var before = talks.Transcript.Length;
        talks.Waits(TimeSpan.FromDays(1)).Hears(Keza, Said.Due("letter:selected:M1"), "letter");
        Assert.DoesNotContain("whatsapp<", talks.Transcript[before..], StringComparison.Ordinal);
        talks.Says(Phone, "start").Presses(Phone, "Keza");
        Assert.False(talks.Lane("p1").Shared!.IsSilenced);
        Assert.Contains("Congratulations", talks.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_waits_behind_a_neutral_line_until_its_person_is_chosen()
    {
        var talks = Two().Waits(TimeSpan.FromHours(2));
        var before = talks.Transcript.Length;
        talks.Hears(Keza, Said.Due("letter:selected:M1"), "letter");
        Assert.DoesNotContain("Congratulations", talks.Transcript[before..], StringComparison.Ordinal);
        Assert.StartsWith("There is a message for Keza.", Last(talks), StringComparison.Ordinal);
        talks.Presses(Phone, "Mugabo").Says(Phone, "shared phone");
        Assert.DoesNotContain("Congratulations", talks.Transcript[before..], StringComparison.Ordinal);
        talks.Presses(Phone, "Keza");
        Assert.Contains("Congratulations", talks.Transcript[before..], StringComparison.Ordinal);
        Assert.Empty(talks.Lane("p1").Shared!.PutBy);
    }

    [Fact]
    public void A_letter_that_comes_while_another_writes_is_named_only()
    {
        var talks = Two().Waits(TimeSpan.FromMinutes(31)).Says(Phone, "hello").Presses(Phone, "Mugabo").Hears(Keza, Said.Due("letter:selected:M1"), "letter");
        Assert.Equal(Mugabo, talks.Lane("p1").Shared!.Speaker);
        Assert.Equal("There is a message for Keza, who can read it after writing “shared phone”.", Last(talks));
    }

    [Fact]
    public void A_template_tells_a_name_and_nothing_else_and_its_answer_is_asked_for_one()
    {
        var talks = Two().Waits(TimeSpan.FromDays(2)).Hears(Keza, Said.Due("letter:selected:M1"), "letter");
        var template = talks.LastOn(Phone)[0].Template!;
        Assert.Equal(("invitation", "a message for Keza"), (template.Name, Assert.Single(template.Values)));
        talks.Says(Phone, "hello");
        Assert.Contains("Who is writing?", Last(talks), StringComparison.Ordinal);
        talks.Presses(Phone, "Keza");
        Assert.Contains("Congratulations", talks.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_elsewhere_that_the_number_is_hers_no_more_leaves_the_phone_and_gets_what_waited()
    {
        var talks = Joined().Waits(TimeSpan.FromHours(1)).Says(Phone, "hello");
        talks.Says("telegram", "menu").Says("telegram", "old number").Presses("telegram", "WhatsApp …app");
        Assert.Equal(["Keza"], talks.Lane("p1").Shared!.Sharers.Select(sharer => sharer.Name));
        talks.Presses(Phone, "Keza");
        Assert.Equal(["telegram"], talks.Lane("p0").Reaches.Select(reach => reach.Address.Channel));
    }

    [Fact]
    public void Who_is_joined_to_a_talk_elsewhere_is_still_chosen_and_parted_again()
    {
        var talks = Joined().Says(Phone, "menu");
        Assert.Equal(Mugabo, talks.Lane("p0").Reaches.Single(reach => reach.Address.Channel == Phone).As);
        talks.Waits(TimeSpan.FromHours(1)).Hears(new("p0"), Said.Due("letter:selected:M1"), "letter");
        Assert.StartsWith("There is a message for Mugabo.", Last(talks), StringComparison.Ordinal);
        talks.Hears(new("p0"), Said.OfLane(new Between(BetweenKind.Split, Mugabo)), "split").Presses(Phone, "Mugabo").Says(Phone, "menu");
        Assert.Null(talks.Lane("p1.1").StandsFor);
        Assert.Contains(talks.Lane("p1.1").Reaches, reach => reach.Address.Channel == Phone);
        talks.Waits(TimeSpan.FromHours(1)).Says(Phone, "hello").Presses(Phone, "Keza").Says(Phone, "menu");
    }

    [Fact]
    public void The_first_one_may_become_somebody_else_too()
    {
        var talks = Nobody().Says("telegram", "hi").Says("telegram", "en");
        talks = Hand(Newcomer(One(talks)), "Keza");
        talks.Says("telegram", "link").SaysCode(Phone).Says(Phone, "yes").Says("telegram", "yes");
        Assert.Equal(new PersonId("p1"), talks.Lane("p2").StandsFor);
        Assert.Equal(2, talks.Lane("p2").Shared!.Sharers.Count);
        talks.Waits(TimeSpan.FromHours(1)).Says(Phone, "CS Muhoza").Presses(Phone, "Keza");
        Assert.Equal(Phone, talks.Lane("p1").Address.Channel);
        Hand(talks, "Mugabo");
        Assert.Equal("ChoosingLanguage", talks.Lane("p2.1").State);
    }

    [Fact]
    public void A_block_and_its_end_are_everybodys()
    {
        var talks = Two().Hushes(Phone, SaidKind.Blocked);
        Assert.All(["p1", "p1.1"], lane => Assert.True(talks.Lane(lane).Reaches.Single().IsBlocked));
        talks.Hushes(Phone, SaidKind.Unblocked);
        Assert.All(["p1", "p1.1"], lane => Assert.False(talks.Lane(lane).Reaches.Single().IsBlocked));
    }
}
