using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Throughput;

/// <summary>To a provider that takes 80 messages a second go at least 97 % of them and never more in any second, whatever becomes of single ones; on the real clock: bench -- line.</summary>
public sealed class ThroughputTests(ITestOutputHelper output)
{
    const int People = 2000;
    const double LeastShare = 0.97;

    static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Unanswered = TimeSpan.FromSeconds(20);

    readonly Random chance = new(1);

    [Fact]
    public void A_backlog_goes_at_the_pace_that_is_allowed() => OneThread.Run(thread =>
    {
        using var line = new Line(thread, _ => (new Sent("1"), Usual()));
        line.Say("whatsapp", People);
        line.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal(People, line.WhatsApp.Came.Count);
        Paced(line.WhatsApp);
    });

    [Fact]
    public void Errors_time_outs_and_slow_recipients_do_not_slow_it() => OneThread.Run(thread =>
    {
        using var line = new Line(thread, to => to[^1] == '7' ? (new Sent("1"), TimeSpan.FromSeconds(3)) : chance.Next(100) switch
        {
            < 3 => (new Unknown("no answer"), Unanswered),
            < 8 => (new Failed("500", IsPermanent: false), Usual()),
            < 10 => (new Failed("400", IsPermanent: true), Usual()),
            _ => (new Sent("1"), Usual()),
        });
        line.Say("whatsapp", People, each: 2);
        line.Pass(TimeSpan.FromSeconds(120));
        Paced(line.WhatsApp);
    });

    [Fact]
    public void Whom_the_provider_finds_spoken_to_too_fast_waits_alone() => OneThread.Run(thread =>
    {
        var (hers, refused) = (Line.Number(0), 0);
        using var line = new Line(thread, to => to == hers && refused++ < 3 ? (new Throttled(TimeSpan.FromSeconds(6)), Usual()) : (new Sent("1"), Usual()));
        line.Say(new Address("whatsapp", hers), 20);
        line.Say("whatsapp", People);
        line.Pass(TimeSpan.FromSeconds(90));
        Paced(line.WhatsApp);
        var came = line.WhatsApp.Came.Where(one => one.To == hers).ToList();
        Assert.Equal(3 + 21, came.Count);
        Assert.All(came.Take(4).Zip(came.Skip(1)).Take(3), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(6)));
        Assert.All(came.Skip(3).Zip(came.Skip(6)), pair => Assert.True(pair.Second.At - pair.First.At >= Second, "More than three at once and one a second to one person."));
    });

    [Fact]
    public void While_one_provider_does_not_answer_the_other_is_served() => OneThread.Run(thread =>
    {
        using var line = new Line(thread, _ => (new Unknown("no answer"), Unanswered), _ => (new Sent("1"), Usual()));
        line.Say("whatsapp", People);
        line.Say("sms", People);
        line.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(People, line.Sms.Came.Count);
        Paced(line.Sms);
    });

    [Fact]
    public void A_reply_does_not_wait_behind_nudges() => OneThread.Run(thread =>
    {
        using var line = new Line(thread, _ => (new Sent("1"), Usual()));
        line.Say("whatsapp", People, isNudge: true);
        line.Pass(TimeSpan.FromSeconds(10));
        var asked = line.Clock.GetUtcNow();
        for (var person = 0; person < 5; person++)
            line.Say(new Address("whatsapp", Line.Number(100_000 + person)), 1, words: "reply");
        line.Pass(TimeSpan.FromSeconds(60));
        Assert.All(line.WhatsApp.Came.Where(one => one.Text.StartsWith("reply", StringComparison.Ordinal)), one => Assert.InRange(one.At - asked, TimeSpan.Zero, TimeSpan.FromSeconds(0.5)));
        Paced(line.WhatsApp);
    });

    [Fact]
    public void When_the_provider_means_all_nothing_more_comes_until_the_time_is_over() => OneThread.Run(thread =>
    {
        var (count, until) = (0, DateTimeOffset.MinValue);
        Line? running = null;
        using var line = running = new Line(thread, _ =>
        {
            if (++count != 500)
                return (new Sent("1"), Usual());
            until = running!.Clock.GetUtcNow() + TimeSpan.FromSeconds(10);
            return (new Throttled(TimeSpan.FromSeconds(10)) { IsForAll = true }, TimeSpan.Zero);
        });
        line.Say("whatsapp", People);
        line.Pass(TimeSpan.FromSeconds(90));
        Assert.Equal(People + 1, line.WhatsApp.Came.Count);
        Assert.DoesNotContain(line.WhatsApp.Came.Skip(500), one => one.At < until);
    });

    TimeSpan Usual() => TimeSpan.FromMilliseconds(chance.Next(80, 700));

    void Paced(CountingProvider provider)
    {
        var moments = provider.Came.ConvertAll(one => one.At);
        var most = moments.Index().Max(first => moments.Skip(first.Index).TakeWhile(at => at - first.Item < Second).Count());
        // Until the line is no longer full: at the end only what failed is left.
        var full = (int)(moments.Count * 0.95);
        var rate = (full - 1) / (moments[full - 1] - moments[0]).TotalSeconds;
        output.WriteLine($"{moments.Count} requests, {rate:0.00} a second, {most} at most in one");
        Assert.InRange(most, 1, Line.PerSecond);
        Assert.InRange(rate, Line.PerSecond * LeastShare, Line.PerSecond);
    }
}
