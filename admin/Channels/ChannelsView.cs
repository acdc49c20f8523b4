using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Admin.Channels;

/// <summary>How the channels fare and what they could not bring.</summary>
/// <param name="Counts">How much was given up, all of it.</param>
/// <param name="Letters">What was given up, the latest first.</param>
/// <param name="Only">The class that was asked for; null for all.</param>
public sealed record ChannelsView(
    IReadOnlyList<ChannelHealth> Health, IReadOnlyList<QueueDepth> Depths, IReadOnlyList<GivenUpCount> Counts, IReadOnlyList<Undelivered> Letters, FailureClass? Only, DateTimeOffset Now)
{
    /// <summary>What this month's templates cost.</summary>
    public required BudgetOutlook Budget { get; init; }

    /// <summary>So many are shown; older ones come when these are dealt with.</summary>
    public const int Most = 200;

    /// <summary>Whether the nudges that are planned are counted already.</summary>
    public bool IsPlanned { get; init; } = true;

    /// <summary>Whether one was just sent again.</summary>
    public bool IsResent { get; init; }

    /// <summary>Every channel that is there or has something waiting.</summary>
    public IEnumerable<ChannelLine> Lines => ChannelLine.Of(Health, Depths, Counts);

    /// <summary>How many there are of each class, the most first.</summary>
    public IEnumerable<(FailureClass Class, int Count)> Classes =>
        Counts.GroupBy(one => one.Class).Select(group => (Class: group.Key, Count: group.Sum(one => one.Count))).OrderByDescending(one => one.Count).ThenBy(one => one.Class);

    /// <summary>Whether a report may well still tell what became of it: then nobody decides yet.</summary>
    public bool Waits(Undelivered one) => one.MayBeTold(Now) && Health.Any(channel => channel.Reports && channel.Name == one.Sending.To.Channel);

    /// <summary>How many there are of what is shown.</summary>
    public int Total => Counts.Where(one => Only is null || one.Class == Only).Sum(one => one.Count);

    /// <summary>The class of a word; null when it is none.</summary>
    public static FailureClass? Class(string? word) => Enum.GetValues<FailureClass>().Where(its => Word(its) == word).Select(its => (FailureClass?)its).FirstOrDefault();

    /// <summary>Ends the text key of a class, a state, a decision or a reason, such as console.channels.state.…</summary>
    public static string Word(Enum its) => its.ToString().ToLowerInvariant();
}

/// <summary>A channel in the list.</summary>
/// <param name="Trouble">"" when it is well.</param>
public sealed record ChannelLine(string Name, string Trouble, QueueDepth Depth, int GivenUp)
{
    public static IEnumerable<ChannelLine> Of(IReadOnlyList<ChannelHealth> health, IReadOnlyList<QueueDepth> depths, IReadOnlyList<GivenUpCount> counts) =>
        from name in health.Select(one => one.Name).Union(depths.Select(one => one.Channel)).Union(counts.Select(one => one.Channel)).Order(StringComparer.Ordinal)
        select new ChannelLine(
            name,
            health.Where(one => one.Name == name).Select(one => one.Trouble).FirstOrDefault() ?? "",
            depths.FirstOrDefault(one => one.Channel == name) ?? new QueueDepth(name, 0, 0),
            counts.Where(one => one.Channel == name).Sum(one => one.Count));
}
