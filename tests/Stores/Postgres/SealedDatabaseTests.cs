using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RbcBot.Bot;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class SealedDatabaseTests
{
    const string Words = "Mukamana-afite-inkorora", Phone = "+250788123456";

    static readonly string[] Tables = ["addresses", "waiting", "aside", "conversations", "sessions", "facts", "outbox", "early", "documents", "vault"];
    static readonly Address Sms = new("sms", Phone);

    readonly string connection = PostgresServer.One.NewDatabase();
    readonly FakeTimeProvider clock = new(Sample.Noon);

    [Fact]
    public async Task No_table_tells_who_somebody_is_or_what_was_said()
    {
        await SpeakAsync();
        Assert.Equal([], Telling());
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        await SpeakAsync();
        var another = new StorageOptions(Connection: connection, Key: Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
        var refusal = Assert.Throws<SettingException>(() => new PostgresStore(another, new NodeOptions(), NullLogger<PostgresStore>.Instance));
        Assert.Contains("set the right one", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_before_is_sealed_at_the_start_and_read_as_it_was()
    {
        await UnsealAsync();
        Assert.NotEqual([], Telling());
        var (store, ports) = PostgresPlace.Open(connection, clock);
        using (store)
        {
            var person = Assert.Single(await ports.Records.ConversationsAsync(default)).Person;
            Assert.Equal([Sms], await ports.Records.AddressesAsync(person, default));
            Assert.Equal(Words, Assert.Single(await ports.Records.SessionsAsync("PRE1", default)).Answers[0].Value);
            Assert.Equal([Words, "more " + Words], (await ports.Outbox.AfterAsync(Sms, 0, default)).Select(one => one.Message.Text));
            Assert.Equal(Words, Assert.IsType<AnswerGiven>(Assert.Single(await ports.Records.FactsAsync(default))).Value);
            Assert.Equal(2, (await ports.Aside.ListAsync(default)).Count(one => one.Reason == Words));
            Assert.False(await ports.Inbox.AcceptAsync(Sample.Text(Sms, "3", Words), default));
        }
        Assert.Equal([], Telling());
    }

    [Fact]
    public async Task Sealing_that_was_killed_goes_on()
    {
        await UnsealAsync();
        // As if it had been killed behind the addresses: they are sealed and nothing else is.
        Run($"update vault set root = jsonb_set(root, '{{IsSealed}}', 'true')");
        var sealed_ = PostgresPlace.Sealed(connection);
        Run($"update vault set root = jsonb_set(root, '{{IsSealed}}', 'false')");
        Run($"update outbox set address = '{sealed_.KeyOf(Sms)}'");
        Run($"update addresses set key = '{sealed_.KeyOf(Sms)}', value = '{sealed_.Address(sealed_.KeyOf(Sms), Sms)}'");
        PostgresPlace.Open(connection, clock).Store.Dispose();
        Assert.Equal([], Telling());
    }

    async Task SpeakAsync()
    {
        var (store, ports) = PostgresPlace.Open(connection, clock);
        using (store)
        {
            await ports.TurnAsync(Sample.Text(Sms, "1", Words), next => Sample.Turn(
                next with { Sessions = [Sample.Session(next.Person) with { Answers = [new("/data/name", Words)] }] }, Words, "more " + Words) with
            {
                Facts = [new AnswerGiven(next.Person, Sample.Noon, "s", "/data/name", Words)],
            });
            await ports.Outbox.MarkAsync(await ports.Outbox.NextAsync(default), new Mark(SendState.Failed, "", Words), default);
            await ports.Inbox.SetAsideAsync(await ports.HearAsync(Sample.Text(Sms, "2", Words)), Words, default);
            await ports.Aside.KeepUnreadAsync("sms", Encoding.UTF8.GetBytes(Words + Phone), Words, default);
            await ports.Inbox.AcceptAsync(Sample.Text(Sms, "3", Words), default);
        }
    }

    // The rows as a program from before would have written them.
    async Task UnsealAsync()
    {
        await SpeakAsync();
        var vault = PostgresPlace.Sealed(connection).Vault;
        var before = StoredKeys.Before(Sms);
        foreach (var (table, column, place) in new[]
        {
            ("waiting", "inbound", "'inbound/' || encode(id, 'hex')"), ("aside", "inbound", "'inbound/' || id"), ("aside", "reason", "'report'"),
            ("conversations", "body", "'conversations/' || person"), ("conversations", "value", "'conversations/' || person"),
            ("sessions", "line", "'sessions/' || person"), ("sessions", "rest", "'sessions/' || person"), ("facts", "facts", "'facts/' || person"),
            ("outbox", "message", "'outbox/' || address"), ("outbox", "reason", "'report'"), ("addresses", "value", "'addresses/' || key"),
        })
            foreach (var row in PostgresServer.Read(connection, $"select ctid::text || '|' || {place} || '|' || {column} from {table} where {column} <> ''").Select(row => row.Split('|')))
                Run($"update {table} set {column} = '{vault.Open(row[1], row[2])}' where ctid = '{row[0]}'");
        foreach (var row in PostgresServer.Read(connection, "select id || '|' || attempts from outbox, lateral (select ctid::text as id) as x where attempts <> ''").Select(row => row.Split('|')))
            Run($"update outbox set attempts = '{vault.OpenLines(row[1])}'  where attempts <> ''");
        Run($"update aside set payload = convert_to('{Words}', 'UTF8') where payload is not null");
        Run($"update outbox set address = '{before}'");
        Run($"update addresses set key = '{before}'");
        Run("update vault set root = jsonb_set(root, '{IsSealed}', 'false')");
    }

    void Run(string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        command.ExecuteNonQuery();
    }

    IEnumerable<string> Telling() => Tables.Where(table => PostgresServer.Read(connection, $"select t::text || coalesce(encode((select payload from aside where payload is not null limit 1), 'escape'), '') from {table} t")
        .Any(row => row.Contains(Words, StringComparison.Ordinal) || row.Contains("250788", StringComparison.Ordinal)));
}
