using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bot.Turns;

public sealed class TemplateSpendingTests : ITemplateUses
{
    static readonly TemplateBudget Budget = new([new("whatsapp", "utility", 0.5m)]) { Currency = "USD", Limit = 10m };

    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_the_store_counted_and_what_was_decided_since_is_spent()
    {
        using var spending = new TemplateSpending(Budget, this, clock, NullLogger<TemplateSpending>.Instance);
        await spending.LookAsync(default);
        var person = Conversation.New(new PersonId("p"), new Address("whatsapp", "+250788000001"));
        spending.Add(new Turn(person, [new Outbound("x") { Template = new TemplateUse("lesson", []) }, new Outbound("free")], [], []));
        Assert.Equal(2m, spending.Now.Spent);
        clock.Advance(TimeSpan.FromDays(1));
        await spending.LookAsync(default);
        Assert.Equal(0m, spending.Now.Spent);
    }

    Task<IReadOnlyList<TemplateCount>> ITemplateUses.SentAsync(string month, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<TemplateCount>>(month == "2026-01" ? [new("whatsapp", "reminder", 3)] : []);

    Task<IReadOnlyList<TemplateCount>> ITemplateUses.PlannedAsync(DateTimeOffset until, CancellationToken stop) => throw new NotSupportedException();
}
