using System.Globalization;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Bot.Turns;

/// <summary>What templates cost and may cost; the section Templates of the settings. Nothing is known of a price but what stands there.</summary>
static class TemplatePrices
{
    const string Prices = "Templates:Prices", Categories = "Templates:Categories", MonthlyBudget = "Templates:MonthlyBudget";

    static readonly string[] KnownProviders = ["meta", "twilio"], KnownCategories = ["utility", "marketing", "authentication"];

    /// <summary>Names of our templates: docs/operate.md#nudges-and-their-templates.</summary>
    static readonly string[] Names = ["reminder", "lesson", "invitation", "letter", "notice", "last"];

    /// <summary>The budget; an entry that cannot be right stops the start with its place and the reason.</summary>
    public static TemplateBudget Of(IConfiguration settings)
    {
        var prices = Rows(settings, Prices).Select(Price).ToList();
        if (prices.CountBy(price => (price.Provider, price.Category, price.Currency)).FirstOrDefault(one => one.Value > 1) is { Value: > 1 } twice)
            throw new SettingException($"{Prices}: {twice.Key.Provider} {twice.Key.Category} {twice.Key.Currency} stands there twice.");
        var categories = Rows(settings, Categories).Select(Category).ToList();
        if (categories.CountBy(one => one.Name).FirstOrDefault(one => one.Value > 1) is { Value: > 1 } doubled)
            throw new SettingException($"{Categories}: {doubled.Key} stands there twice.");
        var (limit, currency) = Limit(settings) ?? (null, prices.Select(price => price.Currency).FirstOrDefault(""));
        var budget = new TemplateBudget([.. prices.Where(price => price.Currency == currency && price.Provider == Provider(settings))
            .Select(price => new TemplatePrice("whatsapp", price.Category, price.Each))])
        {
            Categories = categories.ToDictionary(one => one.Name, one => one.Category, StringComparer.Ordinal),
            Currency = currency,
            Limit = limit,
        };
        return Checked(budget, settings);
    }

    // A limit over what costs nobody knows how much is none.
    static TemplateBudget Checked(TemplateBudget budget, IConfiguration settings)
    {
        if (budget.Limit is not null && Provider(settings) is { Length: > 0 } provider
            && Names.Select(budget.Category).Distinct().FirstOrDefault(category => budget.Price("whatsapp", category) is null) is { } unpriced)
            throw new SettingException($"{MonthlyBudget} is set, but {Prices} says nothing of {provider} {unpriced} in {budget.Currency}.");
        return budget;
    }

    static string Provider(IConfiguration settings) => MetaOptions.Of(settings).IsOn ? "meta" : TwilioOptions.Of(settings).HasWhatsApp ? "twilio" : "";

    static (string Provider, string Category, decimal Each, string Currency) Price(SettingRow row)
    {
        if (row.Words is not [var provider, var category, var price, var currency])
            throw row.Wrong("write provider, category, price and currency, such as meta utility 0.0040 USD");
        return (Known(row, provider, KnownProviders), Known(row, category, KnownCategories), Money(row, price), Currency(row, currency));
    }

    static (string Name, string Category) Category(SettingRow row) => row.Words is [var name, var category]
        ? (Known(row, name, Names), Known(row, category, KnownCategories))
        : throw row.Wrong("write a template and its category, such as lesson marketing");

    static (decimal? Limit, string Currency)? Limit(IConfiguration settings) => Rows(settings, MonthlyBudget).ToList() switch
    {
        [] => null,
        [{ Words: [var limit, var currency] } row] => (Money(row, limit), Currency(row, currency)),
        [var row, ..] => throw row.Wrong("write one sum and its currency, such as 50 USD"),
    };

    static IEnumerable<SettingRow> Rows(IConfiguration settings, string name) => SettingRow.All(settings, name);

    static string Known(SettingRow row, string word, string[] known) => known.Contains(word, StringComparer.Ordinal) ? word
        : throw row.Wrong($"{word} is none of {string.Join(", ", known)}");

    static decimal Money(SettingRow row, string word) =>
        decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) ? sum : throw row.Wrong($"{word} is no sum; write it as 0.0040");

    static string Currency(SettingRow row, string word) => word.Length == 3 && word.All(char.IsAsciiLetterUpper) ? word
        : throw row.Wrong($"{word} is no currency; write its three letters, such as USD or RWF");
}
