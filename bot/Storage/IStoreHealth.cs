namespace RbcBot.Bot.Storage;

/// <summary>What can be wrong with a store.</summary>
enum StoreTrouble
{
    /// <summary>It answers with faults, or not at all.</summary>
    Broken,

    /// <summary>It can be read, and takes nothing new.</summary>
    ReadOnly,

    /// <summary>It takes what comes, and cannot tidy up behind: it will stop when this lasts.</summary>
    Struggling,
}

/// <summary>Whether a store works.</summary>
interface IStoreHealth
{
    /// <summary>What is wrong now; null when nothing is. Never throws but for stop.</summary>
    Task<StoreTrouble?> AskAsync(CancellationToken stop);
}
