using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store's prompt turns keep to.</summary>
public abstract class PromptTurnContract(IStorePlace place) : IDisposable
{
    Ports Ports => place.Ports;

    IPromptTurns Prompt => (IPromptTurns)Ports.Turns;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_a_known_person_says_is_taken_in_with_its_turn_and_both_survive()
    {
        await MeetAsync();
        var held = Hold("2");
        Assert.True(await Prompt.TakeAsync(held, await TurnAsync(held, "Muraho neza"), default));
        Assert.Empty(await Ports.Inbox.UnhandledAsync(default));
        place.Reopen();
        Assert.Equal("Muraho neza", (await Ports.Outbox.AfterAsync(Web, 1, default)).Single().Message.Text);
        Assert.Equal(2, (await Ports.Turns.LoadAsync(held.Person, Web, default)).Sessions.Count);
        Assert.False(await Ports.Inbox.AcceptAsync(Text(Web, "2"), default));
    }

    [Fact]
    public void Nobody_knows_who_a_stranger_is() => Assert.Null(Prompt.Hold(Text(Web, "1")));

    [Fact]
    public async Task What_was_heard_before_has_no_turn()
    {
        await MeetAsync();
        Assert.Null(Prompt.Hold(Text(Web, "1")));
        var held = Hold("2");
        await Prompt.TakeAsync(held, await TurnAsync(held), default);
        Assert.Null(Prompt.Hold(Text(Web, "2")));
    }

    [Fact]
    public async Task Nobody_overtakes_what_waits_or_is_served()
    {
        await MeetAsync();
        await Ports.Inbox.AcceptAsync(Text(Web, "2"), default);
        Assert.Null(Prompt.Hold(Text(Web, "3")));
        var second = await Ports.Inbox.NextAsync(default);
        Assert.Null(Prompt.Hold(Text(Web, "3")));
        await Ports.Turns.CommitAsync(second, await TurnAsync(second), default);
        Assert.NotNull(Prompt.Hold(Text(Web, "3")));
    }

    [Fact]
    public async Task What_comes_meanwhile_waits_for_the_prompt_turn()
    {
        await MeetAsync();
        var held = Hold("2");
        await Ports.Inbox.AcceptAsync(Text(Web, "3"), default);
        var next = Ports.Inbox.NextAsync(default);
        Assert.False(next.IsCompleted);
        await Prompt.TakeAsync(held, await TurnAsync(held), default);
        Assert.Equal("3", (await next).Inbound.ExternalId);
    }

    [Fact]
    public async Task The_same_message_by_the_inbox_meanwhile_has_its_turn_once()
    {
        await MeetAsync();
        var held = Hold("2");
        Assert.True(await Ports.Inbox.AcceptAsync(Text(Web, "2"), default));
        Assert.False(await Prompt.TakeAsync(held, await TurnAsync(held, "twice"), default));
        var waiting = await Ports.Inbox.NextAsync(default);
        Assert.Equal("2", waiting.Inbound.ExternalId);
        await Ports.Turns.CommitAsync(waiting, await TurnAsync(waiting, "once"), default);
        Assert.Equal("once", (await Ports.Outbox.AfterAsync(Web, 1, default)).Single().Message.Text);
    }

    [Fact]
    public async Task What_was_let_go_is_as_if_it_had_never_come()
    {
        await MeetAsync();
        Prompt.LetGo(Hold("2"));
        Assert.True(await Ports.Inbox.AcceptAsync(Text(Web, "2"), default));
        Assert.Equal("2", (await Ports.Inbox.NextAsync(default)).Inbound.ExternalId);
    }

    [Fact]
    public async Task A_decision_that_fails_comes_by_the_inbox()
    {
        await MeetAsync();
        var prompt = new PromptTurn(Prompt, new TurnRunner(Ports.Turns, (_, _, _) => throw new FormatException(), place.Clock));
        Assert.False(await prompt.TryAsync(Text(Web, "2")));
        Assert.NotNull(Prompt.Hold(Text(Web, "2")));
    }

    [Fact]
    public async Task A_file_is_not_waited_for()
    {
        await MeetAsync();
        var prompt = new PromptTurn(Prompt, new TurnRunner(Ports.Turns, (conversation, _, _) => Sample.Turn(conversation), place.Clock));
        Assert.False(await prompt.TryAsync(Text(Web, "2") with { Said = new Said(SaidKind.Photo, "") { File = new SentFile("", "image/jpeg", "ref", null) } }));
        Assert.True(await prompt.TryAsync(Text(Web, "3")));
    }

    Waiting Hold(string id) => Prompt.Hold(Text(Web, id)) ?? throw new InvalidOperationException("The lane is not free.");

    Task<Conversation> MeetAsync() => Ports.TurnAsync(Text(Web, "1"), talk => Sample.Turn(talk with { Sessions = [Session(talk.Person)] }, "Muraho"));

    async Task<Turn> TurnAsync(Waiting waiting, params string[] replies)
    {
        var talk = await Ports.Turns.LoadAsync(waiting.Person, Web, default);
        return Sample.Turn(talk with { Sessions = [.. talk.Sessions, Session(talk.Person, number: talk.Sessions.Count + 1)] }, replies);
    }
}
