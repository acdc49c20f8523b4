namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>When runs become one: as soon as there are four of about the same size. So a row is written anew once for each fourfold of all there are, and few runs are looked into.</summary>
static class RunTiers
{
    const int Together = 4;
    const long Least = 4 * 1024 * 1024;

    /// <summary>The runs that are due to become one; null when none are.</summary>
    /// <param name="bytes">Lengths of the runs, the newest first.</param>
    public static (int First, int Count)? Due(IReadOnlyList<long> bytes)
    {
        // One that is smaller than a newer one counts as large as that: else it would part those that belong together for ever.
        var (first, tier, largest) = (0, 0, 0L);
        for (var at = 0; at < bytes.Count; at++)
        {
            largest = Math.Max(largest, bytes[at]);
            if (Tier(largest) != tier)
            {
                if (at - first >= Together)
                    return (first, at - first);
                (first, tier) = (at, Tier(largest));
            }
        }
        return bytes.Count - first >= Together ? (first, bytes.Count - first) : null;
    }

    static int Tier(long bytes) => bytes <= Least ? 0 : (int)Math.Log(bytes / (double)Least, Together) + 1;
}
