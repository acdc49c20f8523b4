using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Moving;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores.LiteDb;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class MoveTests : IDisposable
{
    const int People = 30;

    readonly string connection = PostgresServer.One.NewDatabase();
    readonly LiteDbPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task What_was_moved_reads_the_same_and_goes_on()
    {
        await FillAsync();
        var (facts, lines) = (await place.Ports.Records.FactsAsync(default), await SessionsAsync(place.Ports));
        var conversation = await place.Ports.Turns.LoadAsync(lines[0].Person, Web, default);
        var sent = await place.Ports.Outbox.AfterAsync(Web, 0, default);
        Assert.Equal(0, await MoveAsync());
        var (store, ports) = PostgresPlace.Open(connection, place.Clock);
        Assert.Equal(facts, await ports.Records.FactsAsync(default));
        Assert.Equivalent(lines, await SessionsAsync(ports), strict: true);
        Assert.Equivalent(conversation, await ports.Turns.LoadAsync(lines[0].Person, Web, default), strict: true);
        Assert.Equivalent(sent, await ports.Outbox.AfterAsync(Web, 0, default), strict: true);
        Assert.Equal("unsent", (await ports.Outbox.NextAsync(default)).Message.Text);
        Assert.Equal(("waits", 1), await NextAsync(ports));
        Assert.Equal("ROUND", Assert.Single(await ports.Rounds.ListAsync(default)).Code);
        Assert.Equal(1, await ports.Reminders.FireAsync(Noon.AddDays(1), default));
        Assert.Equal("Aline", (await ports.Accounts.FindAsync("ALINE", default))?.Name);
        Assert.Equal("Odile", Assert.Single(await ports.Invitations.ListAsync(Noon, default)).Name);
        store.Dispose();
    }

    [Fact]
    public async Task What_was_heard_before_the_move_is_known_after_it()
    {
        await FillAsync();
        Assert.Equal(0, await MoveAsync());
        var (store, ports) = PostgresPlace.Open(connection, place.Clock);
        for (var person = 0; person < People; person++)
            Assert.False(await ports.Inbox.AcceptAsync(Text(Person(person), "1"), default));
        Assert.True(await ports.Inbox.AcceptAsync(Text(Person(0), "new"), default));
        store.Dispose();
    }

    [Fact]
    public async Task The_audit_trail_is_moved_as_it_was_signed_and_goes_on()
    {
        await FillAsync();
        var entry = new AuditEntry(Noon, "claire", [Role.Auditor], "person.view", null, AuditOutcome.Refused, "why");
        await place.Ports.Audit.Notes.NoteAsync(entry, default);
        var anchor = AuditAnchor.Of(await place.Ports.Audit.Trail.HeadAsync(default), Noon, InMemoryAudit.Keys);
        Assert.Equal(0, await MoveAsync());
        var (store, ports) = PostgresPlace.Open(connection, place.Clock);
        await ports.Audit.Notes.NoteAsync(entry, default);
        Assert.Equal(new AuditVerdict(3, null), await new VerifyAudit(ports.Audit.Trail, InMemoryAudit.Keys).RunAsync([anchor], default));
        store.Dispose();
    }

    [Fact]
    public async Task A_target_that_is_not_empty_is_refused_and_stays_as_it_is()
    {
        await FillAsync();
        Assert.Equal(0, await MoveAsync());
        Assert.Equal(1, await MoveAsync());
        Assert.Single(PostgresServer.Read(connection, "select count(*)::text from conversations"), $"{People + 1}");
    }

    [Fact]
    public async Task A_move_that_is_stopped_leaves_the_target_empty()
    {
        await FillAsync();
        using var stop = new CancellationTokenSource();
        place.Close();
        var move = MoveStore.RunAsync(place.Folder, connection, new StorageOptions(Key: Sample.Key), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);
        Assert.Equal(0, await MoveStore.RunAsync(place.Folder, connection, new StorageOptions(Key: Sample.Key), default));
        place.Reopen();
    }

    [Fact]
    public async Task What_channels_have_still_to_tell_is_moved_with_what_they_did_not_take()
    {
        await place.Ports.TurnAsync(Text(Chat, "1"), next => Turn(next, "sent", "failed", "held", "pending"));
        await MarkAsync(place.Ports, new Mark(SendState.Sent, "m1"));
        await MarkAsync(place.Ports, new Mark(SendState.Failed, "", "63007") { Class = FailureClass.Alert });
        await MarkAsync(place.Ports, new Mark(SendState.Held, "", "63016") { HandedAt = Noon.AddSeconds(1) });
        await place.Ports.Outbox.ReportAsync(new DeliveryReport("telegram", "m2", DeliveryStage.Delivered, "", Noon), default);
        await place.Ports.TurnAsync(Text(Web, "2"), next => Turn(next) with { Replies = [new Outbound("x") { Template = new TemplateUse("lesson", ["y"]) }] });
        Assert.Equal(0, await MoveAsync());
        var (store, ports) = PostgresPlace.Open(connection, place.Clock);
        Assert.Equal(("lesson", 1), (await ports.Templates.SentAsync(TemplateCount.Month(place.Clock.GetUtcNow()), default)).Select(one => (one.Name, one.Count)).Single());
        Assert.NotNull(await ports.Outbox.ReportAsync(new DeliveryReport("telegram", "m1", DeliveryStage.Read, "", Noon), default));
        await MarkAsync(ports, new Mark(SendState.Sent, "m2"));
        Assert.Equal([SendState.Read, SendState.Failed, SendState.Held, SendState.Delivered], (await ports.Outbox.AfterAsync(Chat, 0, default)).Select(one => one.State));
        Assert.Equal(FailureClass.Alert, Assert.Single(await ports.Deliveries.GivenUpAsync(FailureClass.Alert, 10, default)).Class);
        store.Dispose();
    }

    static async Task MarkAsync(Ports ports, Mark mark) => await ports.Outbox.MarkAsync(await ports.Outbox.NextAsync(default), mark, default);

    static Address Person(int number) => number == 0 ? Web : new("web", $"p{number}");

    async Task FillAsync()
    {
        for (var person = 0; person < People; person++)
            await place.Ports.TurnAsync(Text(Person(person), "1"), next => Turn(next with { Sessions = [Session(next.Person, "A", person + 1)] }, "said", "more") with
            {
                Facts = [new AnswerGiven(next.Person, Noon, "s", "/data/a", $"answer {person}")],
                Reminders = person == 3 ? [new Reminder("lesson", "lesson:EPI-01", Noon.AddHours(1))] : [],
            });
        await place.Ports.TurnAsync(Text(new("telegram", "1"), "1"), next => Turn(next, "unsent") with { Facts = [new Silenced(next.Person, Noon)] });
        await place.Ports.Inbox.ReleaseAsync(await place.Ports.HearAsync(Text(Web, "2", "waits")), default);
        await place.Ports.Rounds.PutAsync(new Round("ROUND", RoundKind.Test, "f", "v1", "", "", true, Noon), default);
        await place.Ports.Accounts.AddAsync(new Account(new AccountId("a1"), "Aline", [Role.Coach], "hash", "stamp", Noon), default);
        await place.Ports.Invitations.KeepAsync(new Invitation("h1", "Odile", [Role.Coach], "Aline", Noon.AddDays(1)), Noon, default);
        await place.Ports.Aside.KeepUnreadAsync("telegram", "{"u8.ToArray(), "JsonException", default);
    }

    async Task<int> MoveAsync()
    {
        place.Close();
        var exitCode = await MoveStore.RunAsync(place.Folder, connection, new StorageOptions(Key: Sample.Key), default);
        place.Reopen();
        return exitCode;
    }

    static async Task<List<Session>> SessionsAsync(Ports ports) => [.. await ports.Records.SessionsAsync("A", default)];

    static async Task<(string Words, int Tries)> NextAsync(Ports ports) =>
        await ports.Inbox.NextAsync(default) is var waiting ? (waiting.Inbound.Said.Words, waiting.Tries) : default;
}
