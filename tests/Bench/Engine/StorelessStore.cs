using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The loop's ports on memory alone: nothing is kept, nothing is checked twice. Only for measuring what is not the store.</summary>
sealed class StorelessStore : IInbox, ITurns, IOutbox, IReminders, IAside, ITemplateUses
{
    readonly StorelessLanes<Waiting> waiting = new();
    readonly StorelessLanes<Sending> sending = new();
    readonly ConcurrentDictionary<PersonId, Conversation> conversations = [];
    long number;

    public bool IsFull => false;

    public Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        var person = new PersonId(inbound.From.Value);
        waiting.Add(person.Value, new Waiting(inbound.ExternalId, person, inbound, Tries: 0));
        return Task.FromResult(true);
    }

    ValueTask<Waiting> IInbox.NextAsync(CancellationToken stop) => waiting.NextAsync(stop);

    public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop) =>
        Task.FromResult(conversations.TryGetValue(person, out var known) ? known : Conversation.New(person, address));

    public Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop)
    {
        conversations[turn.Next.Person] = turn.Next;
        foreach (var reply in turn.Replies)
        {
            var its = Interlocked.Increment(ref number);
            sending.Add(turn.To.Value, new Sending($"{its}", turn.Next.Address, its, reply, SendState.Pending, 0, DateTimeOffset.UnixEpoch, ""));
        }
        waiting.Done(handled.Person.Value);
        return Task.CompletedTask;
    }

    ValueTask<Sending> IOutbox.NextAsync(CancellationToken stop) => sending.NextAsync(stop);

    public Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop) => throw new NotSupportedException();

    public Task<Sending> MarkAsync(Sending sent, Mark mark, CancellationToken stop)
    {
        if (mark.State != SendState.Sent)
            throw new InvalidOperationException($"The bench's Telegram takes everything, but a message is {mark.State}: {mark.Reason}");
        sending.Done(sent.To.Value);
        return Task.FromResult(sent);
    }

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) => Task.FromResult<string?>(null);

    public Task<int> FireAsync(DateTimeOffset now, CancellationToken stop) => Task.FromResult(0);

    public Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop) => Task.FromResult<IReadOnlyList<Reminder>>([]);

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task ReleaseAsync(Waiting handled, CancellationToken stop) => throw new NotSupportedException();

    public Task SetAsideAsync(Waiting handled, string reason, CancellationToken stop) => throw new NotSupportedException();

    public Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long after, CancellationToken stop) => throw new NotSupportedException();

    public Task WaitAsync(Address to, long after, TimeSpan time, CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<TemplateCount>> SentAsync(string month, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>([]);

    public Task<IReadOnlyList<TemplateCount>> PlannedAsync(DateTimeOffset until, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>([]);

    public Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<SetAside>>([]);

    public Task<int> CountAsync(CancellationToken stop) => Task.FromResult(0);

    public Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop) => throw new NotSupportedException();

    public Task<bool> ReplayAsync(string id, CancellationToken stop) => throw new NotSupportedException();
}
