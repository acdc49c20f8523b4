using System.Globalization;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>An inbound in a lane of this node.</summary>
/// <param name="Number">Its place in the order of all that waits; below 0 when it never waits: it is taken in with its turn.</param>
/// <param name="Epoch">The lane's epoch when it was taken: a commit under another is refused.</param>
sealed record HeldInbound(Waiting Waiting, long Number, long Epoch)
{
    /// <summary>What its id begins with while it is held for a prompt turn: the same may come by the inbox meanwhile, and must not be taken for this.</summary>
    public const string Prompt = "held/";

    public string Person => Waiting.Person.Value;

    public HeldKey Key => new(Number, Epoch);

    /// <summary>Whether it never waits.</summary>
    public bool IsPrompt => Number < 0;

    /// <summary>The inbox's id of it.</summary>
    public string InboxId => IsPrompt ? Waiting.Id[Prompt.Length..] : Waiting.Id;
}

/// <summary>An inbound under an epoch: when a lane was lost and won again, the same inbound is another item.</summary>
readonly record struct HeldKey(long Number, long Epoch)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}@{Epoch}");
}

/// <summary>A message that a lane of this node has to send.</summary>
sealed record HeldSending(Sending Sending, string Person, long Epoch)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Sending.Id}@{Epoch}");

    /// <summary>The message since it was set on its way: when that is done anew, it is another. So it is when whoever is at an address since somebody was erased there has numbers from the first on again.</summary>
    public string Going => $"{Person} {Sending.Reference}";
}
