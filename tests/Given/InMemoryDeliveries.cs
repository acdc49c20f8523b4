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

    public bool Reports { get; set; } = true;

    IReadOnlyList<ChannelHealth> IChannelHealth.All => [new("telegram", Trouble) { Reports = Reports }];

    public void Add(Undelivered one) => all.Add(one);

    public Task<IReadOnlyList<Undelivered>> GivenUpAsync(FailureClass? only, int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Undelivered>>([.. GivenUp.Where(one => only is null || one.Class == only).Take(most)]);

    public Task<IReadOnlyList<GivenUpCount>> GivenUpCountsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<GivenUpCount>>(
        [.. GivenUp.GroupBy(one => (one.Sending.To.Channel, one.Class)).Select(group => new GivenUpCount(group.Key.Channel, group.Key.Class, group.Count()))]);

    public Task<IReadOnlyList<Undelivered>> OfPersonAsync(PersonId person, int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Undelivered>>([.. all.Where(one => one.Person == person).Take(most)]);

    IEnumerable<Undelivered> GivenUp => all.Where(one => SendOrder.IsGivenUp(one.Sending.State));

    public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<QueueDepth>>([new("telegram", 3, 1)]);

    public Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop)
    {
        var isThere = all.RemoveAll(one => one.Sending.Id == id && (evenUnknown || one.Sending.State != SendState.Unknown)) > 0;
        if (isThere)
            Resent.Add(id);
        return Task.FromResult(isThere);
    }
}
