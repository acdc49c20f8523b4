using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>Messages that were given up, in a list; what is sent again is only noted. Also how the channels are, and what templates went out.</summary>
sealed class InMemoryDeliveries : IDeliveries, IChannelHealth, ITemplateUses
{
    public List<TemplateCount> Templates { get; } = [];

    public List<TemplateCount> Planned { get; } = [];

    public Task<IReadOnlyList<TemplateCount>> SentAsync(string month, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>(Templates);

    public Task<IReadOnlyList<TemplateCount>> PlannedAsync(DateTimeOffset until, CancellationToken stop) => Task.FromResult<IReadOnlyList<TemplateCount>>(Planned);

    readonly List<Undelivered> all = [];

    public List<string> Resent { get; } = [];

    public string Trouble { get; set; } = "";

    IReadOnlyList<ChannelHealth> IChannelHealth.All => [new("telegram", Trouble)];

    public void Add(Undelivered one) => all.Add(one);

    public Task<IReadOnlyList<Undelivered>> GivenUpAsync(int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Undelivered>>([.. all.Where(one => SendOrder.IsGivenUp(one.Sending.State)).Take(most)]);

    public Task<IReadOnlyList<Undelivered>> OfPersonAsync(PersonId person, int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Undelivered>>([.. all.Where(one => one.Person == person).Take(most)]);

    public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<QueueDepth>>([new("telegram", 3, 1)]);

    public Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop)
    {
        var isThere = all.RemoveAll(one => one.Sending.Id == id && (evenUnknown || one.Sending.State != SendState.Unknown)) > 0;
        if (isThere)
            Resent.Add(id);
        return Task.FromResult(isThere);
    }
}
