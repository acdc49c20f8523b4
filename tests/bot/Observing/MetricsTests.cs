using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Bot.Observing;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Observing;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task A_talk_shows_in_the_figures()
    {
        await using var bot = await LiveBot.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        var phone = new WebPhone(http, "metrics-phone");
        await phone.EnterAsync("");

        var page = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Matches(@"(?m)^rbcbot_inbox_accepted_total\{.*channel=""web"".*\} [1-9]", page);
        Assert.Matches(@"(?m)^rbcbot_turn_time_seconds_count\{.*\} [1-9]", page);
        Assert.Matches(@"(?m)^rbcbot_commit_groups_total\{.*\} [1-9]", page);
        Assert.Matches(@"(?m)^rbcbot_inbox_waiting\{.*\} [0-9]", page);
        Assert.Matches(@"(?m)^rbcbot_disk_free_bytes\{.*\} [1-9]", page);
        Assert.DoesNotContain("metrics-phone", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_are_off_are_not_there()
    {
        await using var bot = await LiveBot.StartAsync("--Metrics:IsOn=false");
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bot.Url + "/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Every_figure_stands_in_the_manual_and_nothing_else_does()
    {
        using var gauges = new Gauges(new SickStore(), new FreeDisk(() => 1), TimeProvider.System);
        Instruments.Fired(0);
        HashSet<string> there = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Note(there, instrument) };
        listener.Start();

        var written = Written().Matches(File.ReadAllText(Path.Combine(House.Root, "docs", "operate.md"))).Select(match => match.Groups[1].Value);

        Assert.Equal(there.Order(StringComparer.Ordinal), written.Distinct().Order(StringComparer.Ordinal));
    }

    static void Note(HashSet<string> there, Instrument instrument)
    {
        if (instrument.Meter.Name != Instruments.Meter)
            return;
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        lock (there)
            there.Add(instrument.Name.Replace('.', '_') + unit + (instrument is Counter<long> or ObservableCounter<long> ? "_total" : ""));
    }

    [GeneratedRegex(@"^\| `(rbcbot_[a-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex Written();
}
