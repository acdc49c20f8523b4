namespace RbcBot.Core.Conversations.Nudges;

/// <summary>How a month's budget stands.</summary>
public enum BudgetState
{
    /// <summary>Nobody set one.</summary>
    NotSet,

    Well,

    /// <summary>With what is planned, the month costs more than it may.</summary>
    WillBePassed,

    /// <summary>There is no room for a template: nudges are held until the next month or go by another channel.</summary>
    UsedUp,
}

/// <summary>What a month's templates have cost and will cost, by channel and category.</summary>
/// <param name="Lines">By channel, then category.</param>
public sealed record BudgetOutlook(TemplateBudget Budget, IReadOnlyList<BudgetLine> Lines)
{
    public decimal Spent => Lines.Sum(line => line.Spent);

    /// <summary>At the month's end, when all that is planned goes out as templates: who writes meanwhile costs nothing, so it is the most.</summary>
    public decimal Forecast => Spent + Lines.Sum(line => line.Planned * (line.Price ?? 0));

    /// <summary>Whether something goes out of which the settings say no price.</summary>
    public bool LacksPrices => Lines.Any(line => line.Price is null);

    public BudgetState State => Budget.Limit is not { } limit ? BudgetState.NotSet
        : Lines.Any(line => line.Price is { } price && Spent + price > limit) || Spent > limit ? BudgetState.UsedUp
        : Forecast > limit ? BudgetState.WillBePassed
        : BudgetState.Well;

    /// <param name="sent">This month's templates by name.</param>
    /// <param name="planned">Nudges until the month's end, by the first word of their due inbounds; only those of channels that want templates count.</param>
    public static BudgetOutlook Of(TemplateBudget budget, IReadOnlyList<TemplateCount> sent, IReadOnlyList<TemplateCount> planned, Func<string, ChannelRule> ruleOf)
    {
        var coming = planned.Where(count => ruleOf(count.Channel).FirstContact == FirstContact.Template)
            .Select(count => TemplateOf(count.Name) is { } name ? count with { Name = name } : null).OfType<TemplateCount>();
        var all = sent.Select(count => (Count: count, IsSent: true)).Concat(coming.Select(count => (Count: count, IsSent: false)));
        return new BudgetOutlook(budget, [.. all.GroupBy(one => (one.Count.Channel, Category: budget.Category(one.Count.Name)))
            .OrderBy(group => group.Key.Channel, StringComparer.Ordinal).ThenBy(group => group.Key.Category, StringComparer.Ordinal)
            .Select(group => new BudgetLine(
                group.Key.Channel, group.Key.Category, group.Where(one => one.IsSent).Sum(one => one.Count.Count), group.Where(one => !one.IsSent).Sum(one => one.Count.Count),
                budget.Price(group.Key.Channel, group.Key.Category)))]);
    }

    /// <summary>The template that goes for a due inbound with this first word; null when none does.</summary>
    static string? TemplateOf(string word) => word switch
    {
        "remind" => "reminder",
        "round" => "invitation",
        "lesson" or "letter" or "notice" => word,
        _ => null,
    };
}

/// <summary>A month's templates of one category on one channel.</summary>
/// <param name="Price">Of each; null when the settings say nothing of it.</param>
public sealed record BudgetLine(string Channel, string Category, long Sent, long Planned, decimal? Price)
{
    public decimal Spent => Sent * (Price ?? 0);
}
