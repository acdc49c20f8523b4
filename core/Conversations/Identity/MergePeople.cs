using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>An administrator knows that two are one person: it is done in their own lanes, behind all that waits there.</summary>
public sealed class MergePeople(IInbox inbox)
{
    /// <summary>The younger id gives itself into the hands of the older one.</summary>
    public Task RunAsync(PersonId one, PersonId other, JoinedBy by, DateTimeOffset now, CancellationToken stop) => Lanes.IsOlder(one, other)
        ? inbox.AcceptAsync(Wish.Of(other, new Between(BetweenKind.Merge, one) { By = by }, now), stop)
        : inbox.AcceptAsync(Wish.Of(one, new Between(BetweenKind.Merge, other) { By = by }, now), stop);
}
