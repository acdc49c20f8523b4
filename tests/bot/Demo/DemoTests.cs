using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Demo;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Bot.Demo;

/// <summary>The demo as it is played, to its end, with the days of its programme at other places of the calendar.</summary>
public sealed class DemoTests
{
    /// <summary>Days from the demo's beginning on which something is sent to people, and how long ago the beginning is: see DemoProgramme.</summary>
    static readonly int[] Sent = [55, 64, 71, 78, 85, 104, 108];
    const int Days = 165;

    [Fact]
    public Task The_demo_ends_when_all_its_days_are_open() => PlayAsync(new DateTimeOffset(2026, 9, 6, 9, 0, 0, TimeSpan.Zero), isClosed: false);

    /// <summary>A lesson falls into the week of commemoration.</summary>
    [Fact]
    public Task The_demo_ends_when_days_of_it_are_closed() => PlayAsync(new DateTimeOffset(2026, 7, 9, 9, 0, 0, TimeSpan.Zero), isClosed: true);

    static async Task PlayAsync(DateTimeOffset present, bool isClosed)
    {
        Assert.Equal(isClosed, Sent.Any(day => !QuietHours.ByRule.Allows(present.AddDays(day - Days))));
        var folder = Directory.CreateTempSubdirectory("rbcbot-demo-").FullName;
        await using (var app = Composition.Build(["--Urls=http://127.0.0.1:0", $"--Storage:Path={folder}", "--Logging:LogLevel:Default=Error"], isDemo: true, new Moved(present - DateTimeOffset.UtcNow)))
        {
            await StartUp.RunAsync(app, CancellationToken.None);
            using var says = new StringWriter(CultureInfo.InvariantCulture);
            await DemoProgramme.PlayAsync(app, [], says, CancellationToken.None);
            await HoldAsync(says.ToString(), app.Services.GetRequiredService<IRecords>());
            await app.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What it says is what is kept, and enough of the people came to each end that a trainer sees a programme.</summary>
    static async Task HoldAsync(string said, IRecords records)
    {
        var counts = await records.CountsAsync(CancellationToken.None);
        Assert.Equal(counts["GUIDE-A"].Submitted + counts["GUIDE-B"].Submitted + counts["GUIDE-C"].Submitted, Figure(said, "Needs assessment: {0} interviews."));
        Assert.Equal(counts["APPLY"].Submitted, Figure(said, "Applications: {0}."));
        Assert.InRange(Figure(said, "Applications: {0}."), 100, 240);
        Assert.InRange(Figure(said, "Selection: {0} of "), 30, 100);
        foreach (var sent in new[] { "round:EPI-PRE", "lesson:EPI-01", "lesson:EPI-02", "lesson:EPI-03", "round:EPI-POST", "round:EPI-FEEDBACK" })
        {
            var submitted = counts[sent.Split(':')[1]].Submitted;
            // Who left comes back on a later day.
            Assert.InRange(Figure(said, sent + ": {0} of "), 10, submitted);
        }

        Assert.Contains("The demo is in its sixth month (seed 2026", said, StringComparison.Ordinal);
    }

    static int Figure(string said, string sentence)
    {
        var parts = sentence.Split("{0}");
        var found = Regex.Match(said, Regex.Escape(parts[0]) + "([0-9]+)" + Regex.Escape(parts[1]));
        Assert.True(found.Success, $"{sentence} is not in: {said}");
        return int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The machine's clock at another time.</summary>
    sealed class Moved(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
