using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Bot.Turns;

/// <summary>What this month's templates have cost: as the store counts, looked at from time to time, and what was decided here since. Other nodes may pass the limit by what they send between two looks.</summary>
sealed class TemplateSpending(TemplateBudget budget, ITemplateUses uses, TimeProvider clock, ILogger<TemplateSpending> log) : BackgroundService
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    decimal spent;

    /// <summary>Whether there is anything to be kept within.</summary>
    public bool IsOn => budget.Limit is not null;

    /// <summary>The budget as it stands.</summary>
    public TemplateBudget Now
    {
        get
        {
            lock (gate)
                return budget with { Spent = spent };
        }
    }

    /// <summary>Takes in what a turn sends.</summary>
    public void Add(Turn turn)
    {
        if (budget.Cost(turn) is var cost and > 0)
            lock (gate)
                spent += cost;
    }

    public async Task LookAsync(CancellationToken stop)
    {
        var counted = budget.Cost(await uses.SentAsync(TemplateCount.Month(clock.GetUtcNow()), stop));
        lock (gate)
            spent = counted;
    }

    // Before anybody is served: a start must not forget what was spent.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsOn)
            await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (IsOn && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(stoppingToken);
        }
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await LookAsync(stop);
        }
        catch (IOException fault)
        {
            log.LogWarning("What templates have cost could not be looked up: {Fault}", fault.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot goes down.
        }
    }
}
