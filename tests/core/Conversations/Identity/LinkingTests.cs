using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
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
        talks.Says("telegram", first).Says("web", second);
        var (there, here) = (talks.Payload("telegram", "Oui"), talks.Payload("web", "Yes"));
        talks.PressesPayload("telegram", there).PressesPayload("web", here).Presses("telegram", "Oui").PressesPayload("web", here);
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
        var talks = new Talks(GuideB).Enters("web", "B1").Says("web", "en").Presses("web", "I agree")
            .Enters("telegram", "B1").Says("telegram", "fr").Presses("telegram", "J'accepte").Says("telegram", "aide").Says("web", "link");
        var shown = talks.Of("telegram").Sessions[0].Asked!.Token;
        Assert.Equal(talks.Of("web").Sessions[0].Asked!.Token, shown);
        talks.SaysCode("telegram").Says("telegram", "oui").Says("web", "yes").PressesPayload("telegram", $"q:{shown}:0");
        Assert.All(talks.Of("web").Sessions, session => Assert.Empty(session.Answers));
    }

    [Fact]
    public void A_code_that_waits_for_a_yes_is_nobody_elses()
    {
        var talks = Both().Says("sms", "hi").Says("sms", "en").Says("web", "link").SaysCode("telegram").Says("telegram", "oui").SaysCode("sms").Says("sms", "yes").Says("web", "yes");
        Assert.Equal(talks.Of("web").Person, talks.Of("telegram").StandsFor);
        Assert.Null(talks.Of("sms").StandsFor);
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

    [Fact]
    public void An_administrator_joins_two_and_parts_them_and_each_has_her_own_again()
    {
        var talks = Both();
        var (web, telegram) = (talks.Of("web"), talks.Of("telegram"));
        var by = new JoinedBy("chief", "same name, same facility");
        talks.Hears(telegram.Person, Said.OfLane(new Between(BetweenKind.Merge, web.Person) { By = by }), "merge");
        talks.Says("telegram", "Huye");
        Assert.Equal(2, talks.Of("web").Sessions.Count);
        talks.Hears(web.Person, Said.OfLane(new Between(BetweenKind.Split, telegram.Person) { By = by }), "split");
        var (one, other) = (talks.Of("web"), talks.Of("telegram"));
        Assert.Equal((web.Sessions[0].Id, web.Front, 1), (Assert.Single(one.Sessions).Id, one.Front, one.Reaches.Count));
        Assert.Equal((telegram.Sessions[0].Id, telegram.Person, null, telegram.Language), (Assert.Single(other.Sessions).Id, other.Sessions[0].Person, other.StandsFor, other.Language));
        Assert.Equal(web.Consents, one.Consents);
        Assert.Equal(telegram.Consents, other.Consents);
        Assert.Equal((by, by), (talks.Facts.OfType<PersonJoined>().Single().By, talks.Facts.OfType<PersonParted>().Single().By));
        talks.Says("telegram", "Huye").Says("web", "CS Muhoza");
        Assert.Equal("telegram", talks.Of("telegram").Address.Channel);
        Assert.Equal(["web"], talks.Of("web").Reaches.Select(reach => reach.Address.Channel));
    }

    [Fact]
    public void A_session_begun_after_a_split_has_an_id_of_its_own()
    {
        var talks = Both();
        var (web, telegram) = (talks.Of("web").Person, talks.Of("telegram").Person);
        talks.Hears(telegram, Said.OfLane(new Between(BetweenKind.Merge, web)), "merge").Hears(web, Said.Due("lesson:EPI-01"), "lesson")
            .Hears(web, Said.OfLane(new Between(BetweenKind.Split, telegram)), "split").Hears(web, Said.Due("lesson:EPI-02"), "lesson");
        Assert.Equal(3, talks.Of("web").Sessions.Select(session => session.Id).Distinct().Count());
    }

    [Fact]
    public void Who_has_the_old_number_now_sees_and_changes_nothing()
    {
        var talks = Both();
        Link(talks);
        var before = talks.Of("web").Sessions;
        talks.Says("telegram", "unlink").Presses("telegram", "the web chat …web");
        talks.Says("web", "hello").Says("web", "CS Muhoza");
        var keeper = talks.Speaker("telegram");
        Assert.Equal(before.Select(session => session.Answers.Count), keeper.Sessions.Select(session => session.Answers.Count));
        Assert.Equal(["telegram"], keeper.Reaches.Select(reach => reach.Address.Channel));
        Assert.NotEqual(keeper.Person, talks.Speaker("web").Person);
        Assert.Empty(talks.Speaker("web").Sessions);
        talks.Says("telegram", "menu");
        Assert.Equal("telegram", talks.Speaker("telegram").Address.Channel);
    }

    static Talks Both() => new Talks(GuideB)
        .Enters("web", "B1").Says("web", "en").Presses("web", "I agree").Says("web", "Musanze")
        .Enters("telegram", "B1").Says("telegram", "fr").Presses("telegram", "J'accepte");

    static void Link(Talks talks, string asks = "web", string writes = "telegram") =>
        talks.Says(asks, "link").SaysCode(writes).Says(writes, "yes").Says(asks, "yes");
}
