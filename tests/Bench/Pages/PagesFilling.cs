using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>Fills a store through its ports with a whole programme: interviews of everybody, some applications, a selection, lessons, tests, undelivered messages, alerts and audit rows.</summary>
sealed class PagesFilling(IServiceProvider all, CrowdAnswers answers, int people) : IAsyncDisposable
{
    const int AtOnce = 128, AuditRows = 20_000;
    const int Applicants = 10, Silent = 50, Alarmed = 200;
    static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddDays(-90);

    /// <summary>Answers that were written.</summary>
    public long Answers => answers.Written;

    /// <param name="settings">Where the store is.</param>
    public static PagesFilling Of(IReadOnlyList<(string Name, string Value)> settings, CrowdAnswers answers, int people)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value))).Build();
        var services = new ServiceCollection().AddLogging();
        if (configuration["Storage:Connection"] is { Length: > 0 })
            services.AddSingleton(new NodeOptions()).AddPostgresStorage(configuration, WebChannel.Word);
        else
            services.AddLiteDbStorage(configuration, WebChannel.Word);
        return new PagesFilling(services.BuildServiceProvider(), answers, people);
    }

    public async Task RunAsync()
    {
        var (inbox, turns) = (all.GetRequiredService<IInbox>(), all.GetRequiredService<ITurns>());
        var count = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref count) is var number && number < people)
            {
                await UntilKeptAsync(() => inbox.AcceptAsync(new Inbound(AddressOf(number), $"{number}", Said.Enter("B1"), MomentOf(number)), default));
                // Whoever comes next, not always one's own: as many come out as go in.
                var next = await inbox.NextAsync(default);
                var turn = TurnOf(int.Parse(next.Inbound.ExternalId), next);
                await UntilKeptAsync(() => turns.CommitAsync(next, turn, default));
            }
        }));
        await GiveUpAsync();
        await SelectAsync();
    }

    /// <summary>Fills the audit trail.</summary>
    public static async Task NoteAsync(IAudit audit)
    {
        foreach (var some in Enumerable.Range(0, AuditRows).Chunk(AtOnce))
            await Task.WhenAll(some.Select(number => audit.NoteAsync(
                new AuditEntry(Start.AddMinutes(number), "Bench", [Role.ProgrammeOfficer], "person.view", $"{number}", AuditOutcome.Done), default)));
    }

    public async ValueTask DisposeAsync() => await ((ServiceProvider)all).DisposeAsync();

    // A store that is filled as fast as it can be says now and then that it has no room yet.
    static async Task UntilKeptAsync(Func<Task> keep)
    {
        for (var isKept = false; !isKept;)
            try
            {
                await keep();
                isKept = true;
            }
            catch (IOException)
            {
                await Task.Delay(1000);
            }
    }

    // Those of Telegram are given up below; those of the web are fetched.
    static Address AddressOf(int number) => new(number % Silent == 0 ? "telegram" : "web", $"{number + 1_000_000}");

    static DateTimeOffset MomentOf(int number) => Start.AddMinutes(number * 2L);

    Turn TurnOf(int number, Waiting next)
    {
        var at = MomentOf(number);
        List<Session> sessions = [answers.Session(next.Person, 1, "interview", "B1", at, isWhole: number % 4 == 0)];
        if (number % Applicants == 0)
            sessions.Add(answers.Session(next.Person, 2, "application", "APPLY", at.AddDays(10), isWhole: number % (Applicants * 4) != 0));
        if (number % (Applicants * 4) == Applicants)
            sessions.AddRange(answers.Training(next.Person, 3, at.AddDays(30)));
        var talk = Conversation.New(next.Person, next.Inbound.From) with
        {
            State = "Menu",
            Language = (Language)(number % 3),
            Sessions = sessions,
            LastHeard = at,
            Reaches = [new Reach(next.Inbound.From, at)],
        };
        List<Fact> facts = [.. sessions.Select(session => new SessionStarted(next.Person, at, session.Id, session.Subject, session.FormVersion))];
        if (number % Alarmed == 0)
            facts.Add(new SafetyRaised(next.Person, at, SafetyLevel.Distress, "bench", sessions[0].Id));
        return new Turn(talk, [new Outbound("Murakoze")], facts, [new Reminder("remind", "remind:" + sessions[0].Id, DateTimeOffset.UtcNow.AddDays(1 + (number % 60)))]);
    }

    async Task GiveUpAsync()
    {
        var outbox = all.GetRequiredService<IOutbox>();
        for (var left = (people + Silent - 1) / Silent; left > 0; left--)
            await outbox.MarkAsync(await outbox.NextAsync(default), SendState.Failed, "", "bench", null, default);
    }

    async Task SelectAsync()
    {
        var applicants = ApplicantReading.Of(await all.GetRequiredService<IRecords>().SessionsOfFlowAsync("application", default), answers.Forms);
        var rules = SelectionRules.Of(["epilepsy"], ApplicantReading.Provinces);
        var run = new SelectionRun("20260101-080000-000", Start.AddDays(20), "Bench", rules, applicants, ChoosePanel.Of([.. applicants.Take(300)], rules, default), Start.AddDays(21), "Bench");
        await all.GetRequiredService<ISelections>().PutAsync(run, default);
        await all.GetRequiredService<IEnrolments>().AddAsync(
            [.. answers.Trainees.Select(person => new Enrolment(person, "epilepsy", Seat.Trainee, Start.AddDays(25)))], default);
    }
}
