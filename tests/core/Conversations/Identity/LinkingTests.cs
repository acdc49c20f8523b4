using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations.Identity;

public sealed class LinkingTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    [Fact]
    public void Sessions_consents_and_language_of_both_are_the_older_persons()
    {
        var talks = Both();
        var (web, telegram) = (talks.Of("web"), talks.Of("telegram"));
        Link(talks);
        var one = talks.Of("web");
        Assert.Equal(web.Sessions.Concat(telegram.Sessions).Select(session => (session.Id, session.Answers.Count)), one.Sessions.Select(session => (session.Id, session.Answers.Count)));
        Assert.Equal(web.Consents.Concat(telegram.Consents).OrderBy(consent => consent.At), one.Consents);
        Assert.Equal((web.Language, web.Front), (one.Language, one.Front));
        Assert.All(one.Sessions, session => Assert.Equal(one.Person, session.Person));
        Assert.Equal(["telegram", "web"], one.Reaches.Select(reach => reach.Address.Channel).Order());
    }

    [Fact]
    public void The_other_lane_keeps_nothing_and_passes_on()
    {
        var talks = Both();
        Link(talks);
        var shell = talks.Of("telegram");
        Assert.Equal((talks.Of("web").Person, 0, null), (shell.StandsFor, shell.Sessions.Count, shell.Front));
    }

    [Fact]
    public void The_older_id_stays_whoever_asked_for_the_code()
    {
        var talks = Both();
        Link(talks, asks: "telegram", writes: "web");
        Assert.Equal(talks.Of("web").Person, talks.Of("telegram").StandsFor);
    }

    [Fact]
    public void Who_joins_whom_is_told_by_a_fact()
    {
        var talks = Both();
        Link(talks);
        var joined = Assert.Single(talks.Facts.OfType<PersonJoined>());
        Assert.Equal((talks.Of("web").Person, talks.Of("telegram").Person, ""), (joined.Person, joined.Other, joined.By.Administrator));
    }

    [Fact]
    public void Two_who_join_each_other_at_once_do_not_go_round()
    {
        var talks = Both().Says("web", "link");
        var first = talks.Code;
        talks.Says("telegram", "link");
        var second = talks.Code;
        talks.Says("telegram", first).Says("web", second).Says("telegram", "yes").Says("web", "yes")
            .Presses("telegram", "Oui").Presses("web", "Yes");
        Assert.Equal(talks.Of("web").Person, talks.Of("telegram").StandsFor);
        Assert.Null(talks.Of("web").StandsFor);
        Assert.Single(talks.Facts.OfType<PersonJoined>());
    }

    [Fact]
    public void A_third_channel_joins_through_the_second()
    {
        var talks = Both().Says("sms", "hi").Says("sms", "en");
        Link(talks, asks: "sms", writes: "telegram");
        Link(talks, asks: "web", writes: "sms");
        Assert.Equal(talks.Of("web").Person, talks.Speaker("sms").Person);
        Assert.Equal(3, talks.Of("web").Reaches.Count);
        talks.Says("sms", "menu");
        Assert.Equal("sms", talks.Of("web").Address.Channel);
    }

    [Fact]
    public void A_button_of_one_talk_presses_nothing_in_the_other()
    {
        var talks = Both();
        var shown = talks.Of("telegram").Sessions[0].Asked!.Token;
        Link(talks);
        var before = talks.Of("web").Sessions.Sum(session => session.Answers.Count);
        talks.PressesPayload("telegram", $"q:{shown}:0").PressesPayload("web", $"q:{shown}:0");
        Assert.Equal(before, talks.Of("web").Sessions.Sum(session => session.Answers.Count));
    }

    [Fact]
    public void Five_codes_an_hour_are_looked_at_and_no_more()
    {
        var talks = Both().Says("web", "pause");
        for (var guess = 0; guess < 8; guess++)
            talks.Says("web", $"7KQ2-M4X{guess}");
        Assert.Equal(5, talks.Codes.Looks);
        talks.Waits(TimeSpan.FromHours(1)).Says("web", "7KQ2-M4XP");
        Assert.Equal(6, talks.Codes.Looks);
    }

    [Fact]
    public void Five_codes_an_hour_are_given_out_and_no_more()
    {
        var talks = Both();
        for (var asked = 0; asked < 8; asked++)
            talks.Says("web", "link");
        Assert.Equal(5, talks.Codes.Kept.Count());
    }

    [Fact]
    public void A_written_yes_after_something_else_joins_nothing()
    {
        var talks = Both().Says("web", "link");
        talks.SaysCode("telegram").Says("telegram", "help").Says("telegram", "yes");
        Assert.Null(talks.Of("web").Linking.Offered!.Claimant);
    }

    static Talks Both() => new Talks(GuideB)
        .Enters("web", "B1").Says("web", "en").Presses("web", "I agree").Says("web", "Musanze")
        .Enters("telegram", "B1").Says("telegram", "fr").Presses("telegram", "J'accepte");

    static void Link(Talks talks, string asks = "web", string writes = "telegram") =>
        talks.Says(asks, "link").SaysCode(writes).Says(writes, "yes").Says(asks, "yes");
}
