using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Danger;

/// <summary>Whom to call is out within two seconds, whatever Telegram does to other messages, from when it takes any.</summary>
public sealed class UrgentTests
{
    const string Danger = "I want to kill myself";

    static readonly string Card = Text.Of(Language.En, "safety.card.imminent");
    // The clock goes slower than a busy machine works: it turns whether or not anything has come to rest.
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2), Bound = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Card_does_not_wait_behind_what_others_are_told()
    {
        await using var host = await StartAsync(("Telegram:MessagesPerSecond", "25"));
        for (var chat = 100; chat < 500; chat++)
            await host.PostAsync(UpdateOf.Text(chat, chat, "muraho"));
        await host.UntilAsync(() => host.Decided.Count == 400, "all had their turns");
        await CardWithinAsync(host, () => host.PostAsync(UpdateOf.Text(1, 7, Danger)));
        Assert.InRange(host.Telegram.State.Count, 1, 150);
    }

    [Fact]
    public async Task Card_goes_before_what_waits_for_the_same_person()
    {
        await using var host = await StartAsync();
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.TooFast(17));
        await host.PostAsync(UpdateOf.Text(1, 7, "one"));
        await host.Telegram.CalledAsync("sendMessage");
        await CardWithinAsync(host, () => host.PostAsync(UpdateOf.Text(2, 7, Danger)));
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Count() == 3, "all of it", TimeSpan.FromSeconds(1));
        Assert.Equal(["one", Danger], host.Telegram.State.Messages(7).Select(message => message.Text).Where(text => !text.Contains(Card, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Card_goes_as_soon_as_Telegram_is_back_though_the_channel_rests()
    {
        await using var host = await StartAsync();
        host.Telegram.FailAll("sendMessage", FakeTelegramFault.BadGateway);
        for (var chat = 100; chat < 120; chat++)
            await host.PostAsync(UpdateOf.Text(chat, chat, "muraho"));
        await host.PostAsync(UpdateOf.Text(1, 7, Danger));
        var since = host.Clock.GetUtcNow();
        await host.UntilAsync(() => host.Clock.GetUtcNow() - since > TimeSpan.FromMinutes(5), "five minutes without Telegram", TimeSpan.FromSeconds(1));
        await CardWithinAsync(host, () =>
        {
            host.Telegram.FailAll("sendMessage", null);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Card_that_meets_errors_is_tried_every_second()
    {
        await using var host = await StartAsync();
        for (var time = 0; time < 3; time++)
            host.Telegram.FailNext("sendMessage", FakeTelegramFault.ServerError);
        await host.PostAsync(UpdateOf.Text(1, 7, Danger));
        await host.UntilAsync(() => HasCard(host), "the card", Step);
        var tries = host.Telegram.Calls.Where(call => call.Method == "sendMessage").Take(4).Select(call => call.At).ToList();
        Assert.All(tries.Zip(tries.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromSeconds(0.9), Bound));
    }

    [Fact]
    public async Task Card_of_which_nobody_knows_whether_it_arrived_goes_again()
    {
        await using var host = await StartAsync();
        host.Telegram.FailNext("sendMessage", FakeTelegramFault.Reset);
        await CardWithinAsync(host, () => host.PostAsync(UpdateOf.Text(1, 7, Danger)), failing: 1);
    }

    static Task<FaultHost> StartAsync(params (string, string)[] settings) => FaultHost.StartAsync(
        (conversation, inbound, now) =>
            Guard.After(FaultHost.Echo(conversation, inbound, now), Screening.Of(conversation, inbound, Catalogue.Empty, now), conversation with { Language = Language.En }, wasCarded: false, now),
        settings);

    static async Task CardWithinAsync(FaultHost host, Func<Task> happens, int failing = 0)
    {
        var since = host.Clock.GetUtcNow();
        await happens();
        await host.UntilAsync(() => HasCard(host), "the card", Step);
        var calls = host.Telegram.Calls.Where(call => call.Chat == 7 && call.At >= since && call.Text.Contains(Card, StringComparison.Ordinal)).Select(call => call.At - since).ToList();
        Assert.True(calls[failing] <= Bound, $"The card went at {string.Join(", ", calls)}.");
    }

    static bool HasCard(FaultHost host) => host.Telegram.State.Messages(7).Any(message => message.Text.Contains(Card, StringComparison.Ordinal));
}
