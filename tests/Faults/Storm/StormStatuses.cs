using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>What becomes of messages that a provider took, told later: in any order, twice at times, and at times a day late.</summary>
sealed class StormStatuses(EventClock clock, Random chance, StormPost post)
{
    /// <param name="tell">Posts that the message has come so far.</param>
    public void Of(Func<string, Task<int>> tell)
    {
        var way = TimeSpan.Zero;
        foreach (var status in new[] { "sent", "delivered", "read" })
        {
            way += TimeSpan.FromSeconds(chance.Next(0, status == "read" ? 1800 : 8));
            if (status == "read" && chance.Next(3) == 0)
                return;
            var late = chance.Next(50) == 0 ? TimeSpan.FromHours(chance.Next(1, 30)) : TimeSpan.Zero;
            clock.In(way + late, () => post.Send(TimeSpan.Zero, () => tell(status)));
        }
    }
}
