using System.Text;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Tests.Admin.Selection;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.Postgres;

/// <summary>A database in which every column that tells of a person holds something, written by the store itself.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    const string Words = "Mukamana-afite-inkorora";

    static readonly Address Sms = new("sms", "+250788123456");

    readonly string connection = PostgresServer.One.NewDatabase();

    public async Task InitializeAsync()
    {
        var (store, ports) = PostgresPlace.Open(connection, new FakeTimeProvider(Noon));
        using (store)
        {
            await SpeakAsync(ports);
            await ports.Outbox.MarkAsync(await ports.Outbox.NextAsync(default), new Mark(SendState.Failed, "SM-" + Words, Words), default);
            await ports.Outbox.ReportAsync(new DeliveryReport("sms", "early-" + Words, DeliveryStage.Failed, Words, Noon), default);
            await ports.Inbox.SetAsideAsync(await ports.HearAsync(Text(Sms, "2", Words)), Words, default);
            await ports.Aside.KeepUnreadAsync("sms", Encoding.UTF8.GetBytes(Words), Words, default);
            await ports.Inbox.AcceptAsync(Text(Sms, "3", Words), default);
            await KeepDocumentsAsync(store, ports);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public NpgsqlConnection Open()
    {
        var opened = new NpgsqlConnection(connection);
        opened.Open();
        return opened;
    }

    static Task SpeakAsync(Ports ports) => ports.TurnAsync(Text(Sms, "1", Words), next => Turn(
        next with { Sessions = [Session(next.Person) with { Answers = [new("/data/name", Words)] }] }, Words, "more " + Words) with
    {
        Facts = [new AnswerGiven(next.Person, Noon, "s", "/data/name", Words), new AddressLeft(next.Person, Noon, Sms)],
    });

    static async Task KeepDocumentsAsync(PostgresStore store, Ports ports)
    {
        await ports.Enrolments.AddAsync([new Enrolment(new PersonId("p1"), "epilepsy", Seat.Trainee, Noon)], default);
        await ports.Selections.PutAsync(ConfirmTests.Run(), default);
        await ports.Erased.PutAsync(new ErasedRow("E-1", ["p.1"], Noon, ErasureKind.ByRule, ErasedStage.Gone), default);
        await ports.Privacy.Breaches.KeepAsync(new Breach("b1", Words, Noon, [BreachKind.Contacts], 1), default);
        // Of before there were accounts: nothing writes them any more.
        await new PostgresShelf<string>(store, "administrators").PutAsync("claire", Words, default);
    }
}
