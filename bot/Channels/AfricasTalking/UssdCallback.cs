using System.Security.Cryptography;
using System.Text;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>A USSD menu: what was typed goes into the inbox as on any channel, and the replies come back on the phone's screen, page by page.</summary>
sealed class UssdCallback(Intake intake, IOutbox outbox, UssdScreens screens, TimeProvider clock)
{
    /// <summary>The phone's network waits some ten seconds for us.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>CON and a text that goes on, or END and the last one.</summary>
    public async Task<string> TakeAsync(CallbackForm form)
    {
        Steps.At(Step.Received);
        if (form.Number("phoneNumber") is not { } number || form.Text("sessionId") is not { Length: > 0 } session)
            return UssdScreens.Nothing;
        // The whole way since the session began comes each time: the last step is what was typed now.
        var way = form.Text("text");
        var shown = screens.Of(session);
        if (shown.Way == way && shown.Screen.Length > 0)
            return shown.Screen;
        if (shown.IsMore(way))
            return screens.Show(session, way, shown);
        return await AnswerAsync(new Address(UssdChannel.Word, number), session, way, shown);
    }

    async Task<string> AnswerAsync(Address person, string session, string way, UssdScreen shown)
    {
        var inbound = new Inbound(person, Id(session, way), Said(way, shown), clock.GetUtcNow());
        try
        {
            return screens.Show(session, way, await RepliesAsync(inbound));
        }
        // Whom to call is on the screen though what was typed is not taken.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (intake.AidFor(inbound) is { } card)
                return screens.Show(session, way, [card]);
            throw;
        }
    }

    async Task<IReadOnlyList<Outbound>> RepliesAsync(Inbound inbound)
    {
        var before = await outbox.LastAsync(inbound.From, 1, CancellationToken.None) is [var last] ? last.Number : 0;
        await intake.AcceptMeasuredAsync(inbound, CancellationToken.None);
        Steps.At(Step.Acknowledging);
        await outbox.WaitAsync(inbound.From, before, LongestWait, CancellationToken.None);
        return [.. (await outbox.AfterAsync(inbound.From, before, CancellationToken.None)).Select(reply => reply.Message)];
    }

    static Said Said(string way, UssdScreen shown)
    {
        if (way.Length == 0)
            return Core.Conversations.Said.Enter("");
        var typed = way[(way.LastIndexOf('*') + 1)..];
        return shown.PayloadOf(typed) is { } payload ? Core.Conversations.Said.Choice(payload) : EntryWords.Of(typed);
    }

    // The way grows with each step, so that the same answer twice is two answers; and it may hold what nobody should read in an id.
    static string Id(string session, string way) => $"{session}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(way)))[..24]}";
}
