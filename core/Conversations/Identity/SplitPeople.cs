using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>An administrator knows that two who were joined are two: the person gives back to the other what she brought.</summary>
public sealed class SplitPeople(IInbox inbox)
{
    public Task RunAsync(PersonId person, PersonId other, JoinedBy by, DateTimeOffset now, CancellationToken stop) =>
        inbox.AcceptAsync(Wish.Of(person, new Between(BetweenKind.Split, other) { By = by }, now), stop);
}
