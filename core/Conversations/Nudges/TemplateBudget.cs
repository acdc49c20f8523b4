namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What approved texts cost, how much those of a month may cost, and what this month's have cost so far. Prices and limit are settings: providers change them.</summary>
public sealed record TemplateBudget(IReadOnlyList<TemplatePrice> Prices)
{
    /// <summary>The category of a template of which the settings say nothing: all of ours are handed in as it.</summary>
    public const string UsualCategory = "utility";

    /// <summary>No prices and no limit.</summary>
    public static readonly TemplateBudget None = new([]);

    /// <summary>The category by a template's name, where it is another than the usual one.</summary>
    public IReadOnlyDictionary<string, string> Categories { get; init; } = new Dictionary<string, string>();

    /// <summary>Of the prices and the limit, such as USD; "" when there are none.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Most that a month's templates may cost; null when nobody set it.</summary>
    public decimal? Limit { get; init; }

    /// <summary>What those of this month have cost.</summary>
    public decimal Spent { get; init; }

    public string Category(string template) => Categories.GetValueOrDefault(template, UsualCategory);

    /// <summary>Null when the settings say nothing of it.</summary>
    public decimal? Price(string channel, string category) => Prices.FirstOrDefault(price => price.Channel == channel && price.Category == category)?.Each;

    /// <summary>Whether one more of the template may go out on the channel.</summary>
    public bool HasRoom(string channel, string template) => Limit is not { } limit || Spent + (Price(channel, Category(template)) ?? 0) <= limit;

    /// <summary>What so many cost; those without a price cost nothing.</summary>
    public decimal Cost(IEnumerable<TemplateCount> counts) => counts.Sum(count => count.Count * (Price(count.Channel, Category(count.Name)) ?? 0));

    /// <summary>What a turn sends.</summary>
    public decimal Cost(Turn turn) => Cost(TemplateCount.Of(turn));
}

/// <summary>What one template of a category costs on a channel.</summary>
/// <param name="Channel">The channel's word.</param>
/// <param name="Category">The provider's word, such as utility.</param>
/// <param name="Each">In the budget's currency.</param>
public sealed record TemplatePrice(string Channel, string Category, decimal Each);
