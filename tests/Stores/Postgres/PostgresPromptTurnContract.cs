using RbcBot.Bot;
using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresPromptTurnContract() : PromptTurnContract(new PostgresPlace())
{
    readonly string connection = PostgresServer.One.NewDatabase();

    [Fact]
    public async Task What_another_node_took_in_before_is_not_overtaken()
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var (other, others) = PostgresPlace.Open(connection, TimeProvider.System, new NodeOptions(IsConsole: false, IsWorker: false));
        var talk = await MeetAsync(ports);
        var held = Hold(ports, "3");
        await others.Inbox.AcceptAsync(Text(Web, "2"), default);
        Assert.False(await ((IPromptTurns)ports.Turns).TakeAsync(held, Turn(talk, "too early"), default));
        await ports.Inbox.AcceptAsync(Text(Web, "3"), default);
        var second = await ports.Inbox.NextAsync(default);
        Assert.Equal("2", second.Inbound.ExternalId);
        await ports.Turns.CommitAsync(second, Turn(talk), default);
        Assert.Equal("3", (await ports.Inbox.NextAsync(default)).Inbound.ExternalId);
        other.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task A_lane_that_was_taken_has_no_prompt_turn()
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var talk = await MeetAsync(ports);
        var held = Hold(ports, "2");
        PostgresServer.Read(connection, "update lanes set node = 'another', epoch = epoch + 1 returning person");
        Assert.False(await ((IPromptTurns)ports.Turns).TakeAsync(held, Turn(talk, "not ours"), default));
        Assert.Single(await ports.Outbox.AfterAsync(Web, 0, default));
        Assert.True(await ports.Inbox.AcceptAsync(Text(Web, "2"), default));
        store.Dispose();
    }

    [Fact]
    public async Task A_prompt_turn_whose_connection_was_cut_in_the_middle_is_taken_in_once()
    {
        var (store, ports) = PostgresPlace.Open(connection, TimeProvider.System);
        var talk = await MeetAsync(ports);
        // The server ends the connection while it commits the first try.
        PostgresServer.Read(connection, """
            create sequence tried;
            create function cut() returns trigger language plpgsql as $$ begin
                if nextval('tried') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$;
            create constraint trigger cut after insert on facts deferrable initially deferred for each row execute function cut();
            select 'made'
            """);
        var held = Hold(ports, "2");
        Assert.True(await ((IPromptTurns)ports.Turns).TakeAsync(held, Turn(talk, "once") with { Facts = [new Silenced(talk.Person, Noon)] }, default));
        Assert.Equal("once", Assert.Single(await ports.Outbox.AfterAsync(Web, 1, default)).Message.Text);
        Assert.False(await ports.Inbox.AcceptAsync(Text(Web, "2"), default));
        store.Dispose();
    }

    static Waiting Hold(Ports ports, string id) => ((IPromptTurns)ports.Turns).Hold(Text(Web, id)) ?? throw new InvalidOperationException("The lane is not free.");

    static Task<Conversation> MeetAsync(Ports ports) => ports.TurnAsync(Text(Web, "1"), talk => Sample.Turn(talk, "Muraho"));
}
