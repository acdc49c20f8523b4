using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Admin.Channels;

/// <summary>How the channels fare and what they could not bring.</summary>
/// <param name="Letters">What was given up, the latest first.</param>
/// <param name="IsResent">Whether one was just sent again.</param>
public sealed record ChannelsView(
    IReadOnlyList<ChannelHealth> Health, IReadOnlyList<QueueDepth> Depths, IReadOnlyList<Undelivered> Letters, string? Class, bool IsResent)
{
    /// <summary>What this month's templates cost.</summary>
    public required BudgetOutlook Budget { get; init; }

    /// <summary>So many are shown; older ones come when these are dealt with.</summary>
    public const int Most = 200;

    /// <summary>Every channel that is there or has something waiting.</summary>
    public IEnumerable<ChannelLine> Lines =>
        from name in Health.Select(one => one.Name).Union(Depths.Select(one => one.Channel)).Union(Letters.Select(one => one.Sending.To.Channel)).Order(StringComparer.Ordinal)
        select new ChannelLine(
            name,
            Health.Where(one => one.Name == name).Select(one => one.Trouble).FirstOrDefault() ?? "",
            Depths.FirstOrDefault(one => one.Channel == name) ?? new QueueDepth(name, 0, 0),
            Letters.Count(one => one.Sending.To.Channel == name));

    /// <summary>How many there are of each class.</summary>
    public IEnumerable<(string Word, int Count)> Classes =>
        Letters.GroupBy(one => one.Class).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => (Word(group.Key), group.Count()));

    /// <summary>Those of the class that was asked for, or all.</summary>
    public IEnumerable<Undelivered> Shown => Letters.Where(one => Class is null || Word(one.Class) == Class);

    /// <summary>Ends the text key console.channels.class.…</summary>
    public static string Word(FailureClass its) => its.ToString().ToLowerInvariant();

    /// <summary>Ends the text key console.channels.state.…</summary>
    public static string Word(SendState state) => state.ToString().ToLowerInvariant();
}

/// <summary>A channel in the list.</summary>
/// <param name="Trouble">"" when it is well.</param>
public sealed record ChannelLine(string Name, string Trouble, QueueDepth Depth, int GivenUp);
