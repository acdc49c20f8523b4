using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Breaches;

/// <summary>Tells the people whom a breach touched, through the policy by which all is sent that nobody asked for. Done again, it completes what was cut off.</summary>
public sealed class TellAffected(FindAffected affected, IInbox inbox)
{
    /// <returns>How many are told now, and how many have asked us not to write to them.</returns>
    public async Task<(int Told, int Left)> RunAsync(Breach breach, DateTimeOffset now, CancellationToken stop)
    {
        var (told, left) = (0, 0);
        foreach (var conversation in await affected.RunAsync(breach.Whom, stop))
            if (conversation.IsSilenced)
                left++;
            else if (await inbox.AcceptAsync(
                new Inbound(conversation.Address, $"breach:{breach.Id}:{conversation.Person}", Said.Due(BreachNotice.Words(breach)), now) { For = conversation.Person }, stop))
                told++;
        return (told, left);
    }
}
