using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Who writes that she is in danger is shown whom to call before anything else, in the very turn that takes it, whatever fails around it.</summary>
static class Cards
{
    /// <summary>What simulated people write of it, known without asking the detector.</summary>
    public static readonly string[] Words = ["ndashaka gupfa", "je veux mourir", "I want to die", "I will kill myself", "ngiye kwiyahura"];

    public static void Check(Inbound inbound, Turn turn, Tally tally)
    {
        if (!IsCry(inbound))
            return;
        tally.Count("cards");
        CheckFailedException.Unless(turn.Replies is [{ Buttons: [{ Payload: Card.CallPayload }, ..] }, ..],
            $"{Ledger.Said(inbound)} cries for help and is answered {turn.Replies.FirstOrDefault()?.Text}");
    }

    static bool IsCry(Inbound inbound) => inbound.Said.Kind is SaidKind.Text or SaidKind.Edited && Words.Contains(inbound.Said.Words);
}
