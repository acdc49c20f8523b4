using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot;
using RbcBot.Bot.Retention;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Selection;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Retention;

public sealed class RetentionTests
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 8, 23, 0, 0, TimeSpan.Zero)); // one at night in Kigali
    readonly InMemoryPrivacy privacy = new();
    readonly InMemoryRecords records = new();
    readonly InMemoryAudit audit = new();
    readonly Rows rows = new();
    readonly AskedErasures asked = new();

    [Fact]
    public async Task It_runs_once_a_night_and_keeps_the_proof()
    {
        rows.Left[RetentionRule.Talk] = 450;
        using var worker = Worker();
        Assert.False(await worker.LookAsync(default));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await worker.LookAsync(default));
        Assert.False(await worker.LookAsync(default));
        var report = Assert.Single(privacy.Reports);
        Assert.Equal(450, report.Lines.Single(line => line.Rule == RetentionRule.Talk).Count);
        Assert.Equal([200, 200, 50, 0], rows.Taken);
        Assert.Equal(("retention.run", "Talk:450"), (audit.Entries[^1].Act, audit.Entries[^1].Reason));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await worker.LookAsync(default));
    }

    [Fact]
    public async Task A_night_that_was_broken_off_goes_on_at_the_next_look()
    {
        clock.Advance(TimeSpan.FromHours(1));
        rows.Left[RetentionRule.Talk] = 450;
        rows.BreaksAfter = 1;
        using var worker = Worker();
        await Assert.ThrowsAsync<IOException>(() => worker.LookAsync(default));
        Assert.True(await worker.LookAsync(default));
        Assert.Equal(0, rows.Left[RetentionRule.Talk]);
    }

    [Fact]
    public async Task A_trial_takes_nothing_and_says_what_would_go()
    {
        rows.Left[RetentionRule.SetAside] = 3;
        var outcome = await Run().DoAsync(isTrial: true, default);
        Assert.Contains("SetAside", outcome.Says, StringComparison.Ordinal);
        Assert.Contains("would go", outcome.Says, StringComparison.Ordinal);
        Assert.Equal((3, 0, 0), (rows.Left[RetentionRule.SetAside], privacy.Reports.Count, audit.Entries.Count));
    }

    [Fact]
    public async Task After_the_programme_who_has_not_spoken_since_is_erased_by_the_rule()
    {
        records.Conversations.Add(Talk("old", clock.GetUtcNow().AddYears(-3)));
        records.Conversations.Add(Talk("new", clock.GetUtcNow()));
        await Run().RunAsync(isTrial: false, "system", default);
        Assert.Empty(asked.People);
        privacy.Settings = privacy.Settings with { ProgrammeEnds = new DateOnly(2025, 1, 1) };
        await Run().RunAsync(isTrial: false, "system", default);
        Assert.Equal([(new PersonId("old"), new ErasureCause(ErasureKind.ByRule, "Programme"))], asked.People);
    }

    [Theory]
    [InlineData("Hosting:Country", "FR", "FR", "", true)]
    [InlineData("Hosting:Country", "rw", "RW", "", false)]
    public void Data_elsewhere_without_an_authorisation_are_a_problem(string name, string value, string country, string authorisation, bool isProblem)
    {
        var place = PrivacyOptions.Place(Settings((name, value)));
        Assert.Equal((country, authorisation, isProblem), (place.Country, place.Authorisation, place.IsUnauthorised));
    }

    [Fact]
    public void An_authorisation_settles_it() =>
        Assert.False(PrivacyOptions.Place(Settings(("Hosting:Country", "FR"), ("Hosting:Authorisation", "NCSA/12"))).IsUnauthorised);

    [Theory]
    [InlineData("Hosting:Country", "Rwanda")]
    [InlineData("Retention:TalkMonths", "0")]
    public void What_cannot_be_stops_the_start(string name, string value) => Assert.Throws<SettingException>(() =>
    {
        PrivacyOptions.Place(Settings((name, value)));
        PrivacyOptions.Rules(Settings((name, value)));
    });

    static IConfiguration Settings(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(one => KeyValuePair.Create<string, string?>(one.Name, one.Value))).Build();

    static Conversation Talk(string person, DateTimeOffset heard) => Conversation.New(new PersonId(person), new Address("web", person)) with { LastHeard = heard };

    RetentionWorker Worker() => new(Run(), privacy, new OwnDuties(), clock, NullLogger<RetentionWorker>.Instance);

    RetentionRun Run() => new(
        new KeepRetention(new OverReading(new InMemorySelections(), new InMemoryPeople(), records, privacy, audit), rows, privacy, asked), RetentionRules.Usual, audit, clock);

    sealed class Rows : IOldRows
    {
        public Dictionary<RetentionRule, int> Left { get; } = [];

        public List<int> Taken { get; } = [];

        /// <summary>After so many handfuls the store fails once; null never.</summary>
        public int? BreaksAfter { get; set; }

        public Task<int> CountAsync(RetentionRule rule, DateTimeOffset before, CancellationToken stop) => Task.FromResult(Left.GetValueOrDefault(rule));

        public Task<int> RemoveAsync(RetentionRule rule, DateTimeOffset before, int most, CancellationToken stop)
        {
            if (BreaksAfter == Taken.Count)
            {
                BreaksAfter = null;
                throw new IOException("The store cannot be written.");
            }
            var some = Math.Min(most, Left.GetValueOrDefault(rule));
            Left[rule] = Left.GetValueOrDefault(rule) - some;
            if (rule == RetentionRule.Talk)
                Taken.Add(some);
            return Task.FromResult(some);
        }
    }
}
