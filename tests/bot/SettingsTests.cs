using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RbcBot.Admin;
using RbcBot.Bot;
using RbcBot.Bot.Channels.AfricasTalking;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Bot.Guarding;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Turns;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Bot;

public sealed partial class SettingsTests
{
    static readonly IConfiguration Shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(House.Root, "appsettings.json")).Build();

    static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static TheoryData<string> Read => [.. House.Files("bot", "*.cs")
        .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Concat(typeof(TelegramOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Telegram:{property.Name}"))
        .Distinct()];

    [Theory]
    [MemberData(nameof(Read))]
    public void Every_setting_that_is_read_stands_in_appsettings(string name) => Assert.NotNull(Shipped[name]);

    [Theory]
    [MemberData(nameof(Read))]
    public void Every_setting_that_is_read_stands_in_the_manual(string name) =>
        Assert.Contains($"`{name.Replace(":", "__", StringComparison.Ordinal)}`", File.ReadAllText(Path.Combine(House.Root, "docs", "operate.md")), StringComparison.Ordinal);

    [Fact]
    public void Appsettings_says_the_defaults_of_the_code()
    {
        Assert.Equal(new InboxOptions(), InboxOptions.Of(Shipped));
        Assert.Equal(new OutboxOptions(), OutboxOptions.Of(Shipped));
        Assert.Equal(new StorageOptions(), StorageOptions.Of(Shipped));
        Assert.Equal(new NodeOptions(), NodeOptions.Of(Shipped, isPostgres: false));
        Assert.Equal(new TelegramOptions(), TelegramOptions.Of(Shipped));
        Assert.Equal(new MetaOptions(), MetaOptions.Of(Shipped));
        Assert.Equal(new TwilioOptions { Templates = None }, TwilioOptions.Of(Shipped) with { Templates = None });
        Assert.Equal(new AfricasTalkingOptions(), AfricasTalkingOptions.Of(Shipped));
        Assert.Equal(new MetricsOptions(), MetricsOptions.Of(Shipped));
        Assert.Equal(new ConsoleOptions(), ConsoleSettings.Of(Shipped));
        Assert.Equal(new GuardOptions(), GuardOptions.Of(Shipped));
    }

    [Theory]
    [InlineData("Inbox:Lanes", "many")]
    [InlineData("Inbox:Lanes", "0")]
    [InlineData("Outbox:Senders", "257")]
    [InlineData("Console:IdleMinutes", "-1")]
    [InlineData("Console:PublicUrl", "chat.example.rw")]
    [InlineData("Storage:Path", " ")]
    [InlineData("Telegram:MessagesPerSecond", "0")]
    [InlineData("Telegram:MessagesPerSecondEach", "many")]
    [InlineData("Meta:MessagesPerSecond", "0")]
    [InlineData("Meta:TimeoutSeconds", "121")]
    [InlineData("Meta:BaseUrl", "graph.example.rw")]
    [InlineData("Twilio:AccountSid", "AC1")]
    [InlineData("Twilio:PublicUrl", "chat.example.rw")]
    [InlineData("Twilio:MessagesPerSecond", "0")]
    [InlineData("AfricasTalking:Secret", "short")]
    [InlineData("AfricasTalking:ApiKey", "without a name")]
    [InlineData("AfricasTalking:Addresses", "192.0.2.7,nowhere")]
    [InlineData("Calendar:Holidays", "2026-02-30")]
    [InlineData("Calendar:Holidays", "2026-03-20 easter")]
    [InlineData("Calendar:Holidays", "2026-03-20 eid-al-fitr, 2026-03-20")]
    [InlineData("Calendar:Umuganda", "2026-08-22 2026-08-29")]
    [InlineData("Calendar:Umuganda", "2026-08-29 2026-12-29")]
    [InlineData("Calendar:Umuganda", "2026-08-29 2026-08-29")]
    [InlineData("Calendar:Umuganda", "2026-08-29")]
    [InlineData("Templates:Prices", "meta utility 0.0040")]
    [InlineData("Templates:Prices", "meta utility -1 USD")]
    [InlineData("Templates:Prices", "sinch utility 0.0040 USD")]
    [InlineData("Templates:Prices", "meta service 0.0040 USD")]
    [InlineData("Templates:Prices", "meta utility 0.0040 dollars")]
    [InlineData("Templates:Prices", "meta utility 0.0040 USD, meta utility 0.0050 USD")]
    [InlineData("Templates:Categories", "lessons marketing")]
    [InlineData("Templates:Categories", "lesson marketing, lesson utility")]
    [InlineData("Templates:MonthlyBudget", "50")]
    [InlineData("Templates:MonthlyBudget", "50 USD, 60 USD")]
    [InlineData("Metrics:IsOn", "yes")]
    [InlineData("Metrics:Token", "short")]
    [InlineData("Node:Roles", "bot,clerk")]
    [InlineData("Node:Roles", "worker")]
    [InlineData("Guard:Proxies", "10.0.0.0/99")]
    [InlineData("Guard:WebhooksPerSecond", "-1")]
    [InlineData("Guard:Connections", "10")]
    [InlineData("Console:ExportsPerHour", "0")]
    public void A_setting_that_cannot_work_is_named(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => ReadAll(With(name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_day_is_told_with_its_place_and_the_reason() => Assert.Equal(
        "Calendar:Holidays, entry 2 (\"20-5-2026\"): 20-5-2026 is no day; write it as 2026-03-20.",
        Assert.Throws<SettingException>(() => AnnouncedDays.Of(With("Calendar:Holidays", "2026-03-20 eid-al-fitr, 20-5-2026"))).Message);

    [Fact]
    public void Announced_days_are_quiet_and_a_moved_Umuganda_moves_its_morning()
    {
        var settings = With("Calendar:Holidays", "2026-03-20 eid-al-fitr, 2026-07-15");
        settings["Calendar:Umuganda"] = "2026-08-29 2026-08-22";
        var quiet = AnnouncedDays.Of(settings);
        Assert.Equal([false, false, true, false], new[] { "03-20", "07-15", "08-29", "08-22" }.Select(day => quiet.Allows(DateTimeOffset.Parse($"2026-{day}T09:00+02:00", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Prices_are_those_of_the_provider_in_use_in_the_budgets_currency()
    {
        var budget = TemplatePrices.Of(Priced("meta utility 5.8 RWF, twilio utility 0.0090 USD, meta utility 0.0040 USD"));
        Assert.Equal((0.0040m, 50m, "USD"), (budget.Price("whatsapp", "utility"), budget.Limit, budget.Currency));
    }

    [Theory]
    [InlineData("twilio utility 0.0090 USD", "meta utility in USD")]
    [InlineData("meta utility 5.8 RWF", "meta utility in USD")]
    public void A_budget_over_what_has_no_price_stops_the_start(string prices, string lacking) =>
        Assert.Contains(lacking, Assert.Throws<SettingException>(() => TemplatePrices.Of(Priced(prices))).Message, StringComparison.Ordinal);

    static IConfiguration Priced(string prices)
    {
        var settings = With("Templates:Prices", prices);
        foreach (var (name, value) in new[] { ("Templates:MonthlyBudget", "50 USD"), ("Meta:PhoneNumberId", "1"), ("Meta:AppSecret", "s"), ("Meta:VerifyToken", "v"), ("Meta:AccessToken", "a") })
            settings[name] = value;
        return settings;
    }

    [Theory]
    [InlineData(null, "data/demo")]
    [InlineData("data", "data/demo")]
    [InlineData("elsewhere", "elsewhere")]
    public void The_demo_keeps_out_of_the_usual_folder(string? named, string folder)
    {
        var settings = With("Storage:Path", named);
        settings["Storage:Connection"] = "Host=the real one";
        Composition.NameDemoFolder(settings);
        Assert.Equal("", settings["Storage:Connection"]);
        Assert.Equal(folder, settings["Storage:Path"]);
    }

    static IConfiguration With(string name, string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();

    static void ReadAll(IConfiguration settings)
    {
        _ = (InboxOptions.Of(settings), OutboxOptions.Of(settings), StorageOptions.Of(settings));
        _ = (ConsoleSettings.Of(settings), MetricsOptions.Of(settings), NodeOptions.Of(settings, isPostgres: false), TelegramOptions.Of(settings));
        _ = (AnnouncedDays.Of(settings), TemplatePrices.Of(settings), GuardOptions.Of(settings));
        _ = (MetaOptions.Of(settings), TwilioOptions.Of(settings), AfricasTalkingOptions.Of(settings));
    }

    [GeneratedRegex("\"((?:Storage|Content|Inbox|Outbox|Telegram|Meta|Twilio|AfricasTalking|Calendar|Templates|Metrics|Console|Node|Guard|Keys):[A-Za-z]+|Urls)\"")]
    private static partial Regex Name();
}
