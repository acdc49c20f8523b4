using Npgsql;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresAuditContract() : AuditContract(new PostgresPlace())
{
    string Connection => ((PostgresPlace)Place).Connection;

    [Theory]
    [InlineData("update audit set actor = 'x' where seq = 7")]
    [InlineData("delete from audit where seq = 7")]
    [InlineData("truncate audit")]
    public async Task The_database_itself_refuses_to_change_or_take_away(string sql)
    {
        await FillAsync();
        Assert.Contains("never changed", Assert.Throws<PostgresException>(() => Run(sql)).MessageText, StringComparison.Ordinal);
        Assert.Null((await VerifyAsync()).Fault);
    }

    [Theory]
    [InlineData("update audit set actor = 'x' where seq = 7", 7, AuditFaultKind.Changed)]
    [InlineData("update audit set at = at + 1 where seq = 7", 7, AuditFaultKind.Changed)]
    [InlineData("update audit set roles = 'Administrator' where seq = 7", 7, AuditFaultKind.Changed)]
    [InlineData("delete from audit where seq = 7", 7, AuditFaultKind.Gap)]
    [InlineData("delete from audit where seq = 1", 1, AuditFaultKind.Gap)]
    [InlineData("update audit set seq = 1000 where seq = 7; update audit set seq = 7 where seq = 9; update audit set seq = 9 where seq = 1000", 7, AuditFaultKind.Link)]
    public async Task Who_gets_around_the_trigger_is_found(string sql, long seq, AuditFaultKind kind)
    {
        await FillAsync();
        Run($"alter table audit disable trigger all; {sql}; alter table audit enable trigger all");
        Assert.Equal(new AuditFault(seq, kind), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_cut_is_found_by_an_anchor_only()
    {
        await FillAsync();
        var anchor = await AnchorAsync();
        Run("alter table audit disable trigger all; delete from audit where seq >= 25; alter table audit enable trigger all");
        Assert.Null((await VerifyAsync()).Fault);
        Assert.Equal(new AuditFault(25, AuditFaultKind.Cut), (await VerifyAsync(anchor)).Fault);
    }

    [Fact]
    public async Task Nodes_that_note_at_once_make_one_chain()
    {
        var (store, other) = PostgresPlace.Open(Connection, Place.Clock);
        using var _ = store;
        AuditEntry Of(int number) => new(Sample.Noon.AddSeconds(number), "claire", [], "person.view", $"p{number}", AuditOutcome.Done);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => (number % 2 == 0 ? Place.Ports : other).Audit.Notes.NoteAsync(Of(number), default)));
        Assert.Equal(new AuditVerdict(101, null), await VerifyAsync());
    }

    void Run(string sql)
    {
        using var opened = new NpgsqlConnection(Connection + ";Pooling=false");
        opened.Open();
        using var command = new NpgsqlCommand(sql, opened);
        command.ExecuteNonQuery();
    }
}
