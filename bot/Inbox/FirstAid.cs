using RbcBot.Bot.Outbox;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Inbox;

/// <summary>Tells whom to call by the shortest way when a text that speaks of danger is not taken, or not in time: no store has a part in it.</summary>
/// <remarks>Nothing of it is kept. Once the text is taken, its turn shows the card again, in the person's own language, and calls who is on duty.</remarks>
sealed class FirstAid(SendingChannels channels, ICatalogues catalogues, TimeProvider clock, ILogger<FirstAid> log)
{
    /// <summary>How long the store may take: half of the two seconds in which the card has to be out.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long it is not shown again to an address: a channel brings what was refused every few seconds.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    const int Remembered = 10_000, MostTries = 3;

    readonly Recent<Address, DateTimeOffset> shown = new(Remembered);

    /// <summary>Waits until the inbound is taken; shows the card when that fails or takes too long.</summary>
    /// <exception cref="TimeoutException">It takes too long, and the channel's people fetch what we say: whoever asked shows them the card.</exception>
    public async Task WatchAsync(Inbound inbound, Task taking)
    {
        try
        {
            await taking.WaitAsync(Patience, clock);
        }
        catch (TimeoutException) when (!taking.IsCompleted)
        {
            if (CardFor(inbound) is not null && channels.IsFetched(inbound.From.Channel))
                throw;
            await ShowAsync(inbound);
            await taking;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await ShowAsync(inbound);
            throw;
        }
    }

    /// <summary>The card for what was said; null when it speaks of no danger.</summary>
    /// <param name="language">Hers; null when nobody knows it, then the card has all of them.</param>
    public Outbound? CardFor(Inbound inbound, Language? language = null) =>
        Screening.IsFree(inbound.Said) && Screening.ReadCrisis(inbound.Said, null, catalogues.Current).Level is not SafetyLevel.None and var level
            ? Card.Of(level, language, catalogues.Current.Helplines) with { Buttons = [] }
            : null;

    /// <summary>Sends the card where the text came from, unless it has just been sent; nothing when it speaks of no danger, or when its people fetch what we say.</summary>
    public async Task ShowAsync(Inbound inbound)
    {
        if (channels.IsFetched(inbound.From.Channel) || CardFor(inbound) is not { } card || IsShown(inbound.From))
            return;
        shown.Put(inbound.From, clock.GetUtcNow());
        log.LogWarning("A text of danger came by {Channel} and was not taken in time; the card went out at once", inbound.From.Channel);
        for (var tries = 0; !await IsSentAsync(inbound.From, card); tries++)
        {
            if (tries == MostTries)
            {
                shown.Remove(inbound.From);
                return;
            }
            await Task.Delay(RetrySchedule.Urgent, clock);
        }
    }

    bool IsShown(Address to) => shown.TryGet(to, out var at) && clock.GetUtcNow() - at < Rest;

    async Task<bool> IsSentAsync(Address to, Outbound card) =>
        await channels.SendAsync(new Sending("", to, 0, card, SendState.Pending, 0, clock.GetUtcNow(), ""), null, CancellationToken.None) is Sent or Blocked or Failed { IsPermanent: true };
}
