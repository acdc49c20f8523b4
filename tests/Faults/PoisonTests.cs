using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Faults;

/// <summary>F12: a message whose turn fails every time is set aside after three tries, holds up nobody, and can be replayed.</summary>
public sealed class PoisonTests
{
    static readonly string Sorry = Text.Of(Language.En, "talk.trouble");

    bool isMended;

    [Fact]
    public async Task Poison_is_tried_three_times_its_person_told_and_her_next_message_answered()
    {
        await using var host = await PoisonedAsync();
        Assert.Equal(["poison", "poison", "poison", "after"], host.Decided.Select(inbound => inbound.Said.Words));
        Assert.Equal([Sorry, "after"], host.Telegram.State.Messages(7).Select(message => message.Text));
    }

    [Fact]
    public async Task The_operator_is_told_once_by_a_number_and_never_what_was_written()
    {
        await using var host = await PoisonedAsync();
        var errors = host.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ToList();
        Assert.Contains("500.2", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("poison", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replayed_after_mending_it_has_its_turn_once()
    {
        await using var host = await PoisonedAsync();
        isMended = true;
        var one = Assert.Single(await host.Get<IAside>().ListAsync(default));
        Assert.True(await host.Get<IAside>().ReplayAsync(one.Id, default));
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Any(message => message.Text == "poison"), "the replayed message");
        Assert.Empty(await host.Get<IAside>().ListAsync(default));
    }

    async Task<FaultHost> PoisonedAsync()
    {
        var host = await FaultHost.StartAsync((conversation, inbound, now) => inbound.Said.Words == "poison" && !isMended
            ? throw new FormatException($"Cannot read {inbound.Said.Words}.")
            : FaultHost.Echo(conversation, inbound, now));
        await host.PostAsync(UpdateOf.Text(1, 7, "poison"));
        await host.PostAsync(UpdateOf.Text(2, 7, "after"));
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Any(message => message.Text == "after"), "the message after the poison");
        return host;
    }
}
