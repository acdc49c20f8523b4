using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class TemplatesContract(IStorePlace place) : IDisposable
{
    static readonly Address Phone = new("whatsapp", "+250788000001"), Other = new("whatsapp", "+250788000002");

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Templates_of_a_month_are_counted_by_channel_and_name()
    {
        await KnockAsync(Phone, "1", "lesson");
        await KnockAsync(Other, "1", "lesson");
        await KnockAsync(Phone, "2", "letter");
        await place.Ports.TurnAsync(Text(Phone, "3"), next => Turn(next, "no template"));
        place.Reopen();
        await KnockAsync(Phone, "4", "lesson");
        Assert.Equal([new TemplateCount("whatsapp", "lesson", 3), new TemplateCount("whatsapp", "letter", 1)], await SentAsync(place.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Each_month_is_counted_for_itself()
    {
        await KnockAsync(Phone, "1", "lesson");
        var first = place.Clock.GetUtcNow();
        place.Clock.Advance(TemplateCount.NextMonth(first) - first);
        await KnockAsync(Phone, "2", "reminder");
        Assert.Equal([new TemplateCount("whatsapp", "lesson", 1)], await SentAsync(first));
        Assert.Equal([new TemplateCount("whatsapp", "reminder", 1)], await SentAsync(place.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_planned_is_counted_up_to_the_moment_by_the_persons_channel()
    {
        await RemindAsync(Phone, new Reminder("a", "remind:s/1/0", Noon.AddDays(1)), new Reminder("b", "lesson:EPI-01", Noon.AddDays(2)), new Reminder("c", "remind:t/1/0", Noon.AddDays(9)));
        await RemindAsync(Chat, new Reminder("a", "remind:s/1/0", Noon.AddDays(3)), new Reminder("b", "remind:s/2/0", Noon.AddDays(4)));
        await RemindAsync(Phone, new Reminder("b", "lesson:EPI-01", null));
        Assert.Equal([new TemplateCount("telegram", "remind", 1), new TemplateCount("whatsapp", "remind", 1)], await place.Ports.Templates.PlannedAsync(Noon.AddDays(4), default));
    }

    Task<IReadOnlyList<TemplateCount>> SentAsync(DateTimeOffset moment) => place.Ports.Templates.SentAsync(TemplateCount.Month(moment), default);

    Task KnockAsync(Address to, string id, string template) => place.Ports.TurnAsync(
        Text(to, id), next => Turn(next) with { Replies = [new Outbound("x") { Template = new TemplateUse(template, ["y"]) }] });

    int turns;

    Task RemindAsync(Address to, params Reminder[] reminders) => place.Ports.TurnAsync(Text(to, $"remind {turns++}"), next => Turn(next) with { Reminders = reminders });
}
