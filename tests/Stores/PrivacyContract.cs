using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Safety;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class PrivacyContract(IStorePlace place) : IDisposable
{
    static readonly Breach Lost = new("b1", "a laptop was lost", Noon, [BreachKind.Contacts], 3) { Whom = new("web", "PRE1") };

    int said;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Who_is_responsible_is_kept()
    {
        Assert.Equal(PrivacySettings.None, await place.Ports.Privacy.Settings.ReadAsync(default));
        var settings = new PrivacySettings { Controller = "RBC", Contact = "dpo@rbc.example", CertificateEnds = new DateOnly(2028, 1, 1) };
        await place.Ports.Privacy.Settings.KeepAsync(settings, default);
        place.Reopen();
        Assert.Equal(settings, await place.Ports.Privacy.Settings.ReadAsync(default));
    }

    [Fact]
    public async Task A_breach_keeps_the_entries_of_two_who_write_at_the_same_moment()
    {
        await place.Ports.Privacy.Breaches.KeepAsync(Lost, default);
        await place.Ports.Privacy.Breaches.KeepAsync(Lost.With(new(Noon.AddHours(1), "claire", BreachStep.Authority, "NCSA 7")), default);
        await place.Ports.Privacy.Breaches.KeepAsync(Lost.With(new(Noon.AddHours(2), "eric", null, "found again")), default);
        place.Reopen();
        var kept = await place.Ports.Privacy.Breaches.FindAsync("b1", default);
        Assert.Equal(["claire", "eric"], kept?.Entries.Select(entry => entry.By));
        Assert.Equal((Lost.What, Lost.Whom, Noon.AddHours(1)), (kept?.What, kept?.Whom, kept?.DoneAt(BreachStep.Authority)));
    }

    [Fact]
    public async Task The_newest_breach_stands_first()
    {
        await place.Ports.Privacy.Breaches.KeepAsync(Lost with { Id = "b2", KnownAt = Noon.AddDays(1) }, default);
        await place.Ports.Privacy.Breaches.KeepAsync(Lost, default);
        Assert.Equal(["b2", "b1"], (await place.Ports.Privacy.Breaches.ListAsync(default)).Select(breach => breach.Id));
    }

    [Fact]
    public async Task Proofs_are_kept_and_the_newest_comes_first()
    {
        foreach (var number in (int[])[1, 2, 3])
            await place.Ports.Privacy.Reports.KeepAsync(new RetentionReport($"{number}", Noon.AddDays(number), IsTrial: false, [new(RetentionRule.Talk, Noon, number, IsOfPeople: false)]), default);
        place.Reopen();
        Assert.Equal([3, 2], (await place.Ports.Privacy.Reports.LatestAsync(2, default)).Select(report => report.Lines[0].Count));
    }

    [Fact]
    public async Task Old_messages_go_a_handful_at_a_time_and_newer_ones_stay()
    {
        for (var turn = 0; turn < 3; turn++)
            await place.Ports.TurnAsync(Text(Web, $"{said++}"), next => Turn(next, "one", "two"));
        place.Clock.Advance(TimeSpan.FromDays(30));
        await place.Ports.TurnAsync(Text(Web, $"{said++}"), next => Turn(next, "new"));
        var before = place.Clock.GetUtcNow().AddDays(-1);
        Assert.Equal(6, await place.Ports.Privacy.Old.CountAsync(RetentionRule.Talk, before, default));
        Assert.Equal(4, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Talk, before, 4, default));
        place.Reopen(); // as after a kill: the rest goes on
        Assert.Equal(2, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Talk, before, 4, default));
        Assert.Equal(0, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Talk, before, 4, default));
        Assert.Equal(["new"], (await place.Ports.Outbox.AfterAsync(Web, 0, default)).Select(sending => sending.Message.Text));
    }

    [Fact]
    public async Task What_still_waits_to_be_sent_is_never_old()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next, "waits"));
        Assert.Equal(0, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Talk, Noon.AddYears(1), 10, default));
        Assert.Equal("waits", (await place.Ports.Outbox.NextAsync(default)).Message.Text);
    }

    [Fact]
    public async Task Numbers_go_on_after_old_messages_went()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next, "one", "two"));
        await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Talk, Noon.AddDays(1), 10, default);
        place.Reopen();
        await place.Ports.TurnAsync(Text(Web, "2"), next => Turn(next, "three"));
        Assert.Equal(3, Assert.Single(await place.Ports.Outbox.AfterAsync(Web, 0, default)).Number);
    }

    [Fact]
    public async Task Old_alerts_go_seen_or_not()
    {
        await place.Ports.TurnAsync(Text(Web, "1"), next => Turn(next, "card") with { Facts = [new SafetyRaised(next.Person, Noon, SafetyLevel.Imminent, "1", null)] });
        await place.Ports.TurnAsync(Text(Web, "2"), next => Turn(next, "card") with { Facts = [new SafetyRaised(next.Person, Noon.AddDays(9), SafetyLevel.Imminent, "1", null)] });
        Assert.Equal(1, await place.Ports.Privacy.Old.CountAsync(RetentionRule.Alerts, Noon.AddDays(1), default));
        for (var some = -1; some != 0;)
            some = await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.Alerts, Noon.AddDays(1), 10, default);
        Assert.Equal(Noon.AddDays(9), Assert.Single(await place.Ports.Alerts.LatestAsync(10, default)).At);
        Assert.Equal(Noon.AddDays(9), Assert.Single(await place.Ports.Alerts.UnseenAsync(default)).At);
    }

    [Fact]
    public async Task Old_things_set_aside_go()
    {
        await place.Ports.Aside.KeepUnreadAsync("telegram", "{"u8.ToArray(), "JsonException", default);
        Assert.Equal(0, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.SetAside, Noon, 10, default));
        Assert.Equal(1, await place.Ports.Privacy.Old.RemoveAsync(RetentionRule.SetAside, Noon.AddDays(1), 10, default));
        Assert.Empty(await place.Ports.Aside.ListAsync(default));
    }
}
