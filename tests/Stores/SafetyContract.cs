using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Safety;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class SafetyContract(IStorePlace place) : IDisposable
{
    int said;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task An_alert_is_kept_with_its_turn()
    {
        await RaiseAsync(SafetyLevel.Imminent, Noon);
        place.Reopen();
        var alert = Assert.Single(await place.Ports.Alerts.UnseenAsync(default));
        Assert.Equal((SafetyMatter.Imminent, Noon, "s"), (alert.Matter, alert.At, alert.Session));
        Assert.Equal(alert, await place.Ports.Alerts.FindAsync(alert.Id, default));
    }

    [Fact]
    public async Task The_newest_stand_first_and_the_oldest_unseen_leads()
    {
        for (var hour = 0; hour < 3; hour++)
            await RaiseAsync(SafetyLevel.Distress, Noon.AddHours(hour));
        Assert.Equal([2, 1], (await place.Ports.Alerts.LatestAsync(2, default)).Select(alert => (alert.At - Noon).Hours));
        Assert.Equal(Noon, (await place.Ports.Alerts.UnseenAsync(default))[0].At);
    }

    [Fact]
    public async Task The_first_look_stays_the_first()
    {
        await RaiseAsync(SafetyLevel.Violence, Noon);
        var alert = (await place.Ports.Alerts.UnseenAsync(default))[0];
        await place.Ports.Alerts.KeepAsync(alert with { SeenAt = Noon.AddMinutes(5), SeenBy = "claire" }, default);
        await place.Ports.Alerts.KeepAsync(alert with { SeenAt = Noon.AddMinutes(9), SeenBy = "eric", ClosedAt = Noon.AddMinutes(9), ClosedBy = "eric", Note = "called her" }, default);
        place.Reopen();
        var kept = await place.Ports.Alerts.FindAsync(alert.Id, default);
        Assert.Equal(("claire", Noon.AddMinutes(5), "eric", "called her"), (kept?.SeenBy, kept?.SeenAt, kept?.ClosedBy, kept?.Note));
        Assert.Empty(await place.Ports.Alerts.UnseenAsync(default));
    }

    [Fact]
    public async Task A_masked_text_is_counted_and_calls_nobody()
    {
        await TurnAsync(new PatientTextMasked(new("x"), Noon, [PatientMark.Name, PatientMark.Phone], null));
        Assert.Empty(await place.Ports.Alerts.UnseenAsync(default));
        Assert.Equal(SafetyMatter.PatientText, Assert.Single(await place.Ports.Alerts.LatestAsync(10, default)).Matter);
    }

    [Fact]
    public async Task Duty_and_numbers_are_kept()
    {
        Assert.Empty((await place.Ports.Safety.ReadAsync(default)).Duties);
        var settings = new SafetySettings(
            [new Duty("claire", [DayOfWeek.Monday], 8, 17)], [new Helpline("114", RbcBot.Core.Texts.Localized.Same("RBC"), new DateOnly(2026, 11, 27)) { Uses = ["imminent"], Source = "called" }]);
        await place.Ports.Safety.KeepAsync(settings, default);
        place.Reopen();
        Assert.Equivalent(settings, await place.Ports.Safety.ReadAsync(default), strict: true);
    }

    Task RaiseAsync(SafetyLevel level, DateTimeOffset at) => TurnAsync(new SafetyRaised(new("x"), at, level, "1", "s"));

    Task TurnAsync(Fact fact) => place.Ports.TurnAsync(Text(Web, $"{said++}"), next => Turn(next, "card") with { Facts = [fact] });
}
