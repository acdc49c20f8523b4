using RbcBot.Core.Conversations.Consenting;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Conversations.Safeguarding;

namespace RbcBot.Core.Conversations;

/// <summary>Decides a turn: what is said around all sessions, and to which flow the rest goes. Pure.</summary>
public static class Talk
{
    /// <summary>The whole decision of the product: state and what was said in, what happens out.</summary>
    public static Turn Take(
        Conversation conversation, Inbound inbound, Catalogue catalogue, IReadOnlyList<IFlow> flows, DateTimeOffset now)
    {
        // Before anything is decided: what speaks of danger is answered at once, whatever else is said.
        var screening = Screening.Of(conversation, inbound, catalogue, now);
        var turn = Decide(conversation, screening, catalogue, flows, now);
        return Guard.After(turn, screening, conversation, inbound.Said.IsCarded, now);
    }

    static Turn Decide(Conversation conversation, Screening screening, Catalogue catalogue, IReadOnlyList<IFlow> flows, DateTimeOffset now)
    {
        var inbound = screening.Inbound;
        if (Passing.Of(conversation, inbound, now) is { } passed)
            return passed;
        var scene = new Scene(conversation, inbound, catalogue, flows, now);
        if (inbound.Said.Between is { } between)
            Lanes.Take(scene, between);
        else if (inbound.Said.Kind == SaidKind.Due)
            Dues.Take(scene);
        // Nobody spoke: where the person is, and since when, stays as it is.
        else if (inbound.Said.Kind is SaidKind.Blocked or SaidKind.Unreachable)
            scene.Conversation = Memory.Closed(conversation, inbound);
        else
            TakeFromPerson(scene, screening.IsOwnDanger);
        return Passing.Back(scene.ToTurn(), now);
    }

    static void TakeFromPerson(Scene scene, bool isInDanger)
    {
        var before = scene.Conversation;
        scene.Conversation = before with { Address = scene.Inbound.From, LastHeard = scene.Now, LastSaid = Late.Latest(scene.Inbound, before.LastSaid) };
        if (scene.Said.Kind == SaidKind.Unblocked)
        {
            scene.Conversation = Memory.Unblocked(scene.Conversation, scene.Inbound.From);
            return;
        }

        scene.Conversation = Memory.Heard(scene.Conversation, scene.Inbound, scene.Now);
        if (scene.Command == Command.Stop)
            Silence.Begin(scene);
        else if (scene is { Command: Command.Help, Said.IsAnswered: true })
            return;
        else
            TakeWilling(scene, before, isInDanger);
    }

    static void TakeWilling(Scene scene, Conversation before, bool isInDanger)
    {
        Silence.End(scene);
        if (Card.AsksForCall(scene.Said) && !Calm.Holds(scene))
            LinkTalk.Back(scene);
        if (Card.AsksForCall(scene.Said) || (!isInDanger && EraseTalk.Take(scene)) || LinkTalk.Take(scene) || AddressTalk.Take(scene))
            return;
        if (TalkMachine.State(scene.Conversation) == TalkState.New)
            LanguageTalk.Greet(scene);
        else
            TakeKnown(scene, before);
        if (isInDanger)
            Calm.Take(scene);
        Holding.Say(scene);
    }

    static void TakeKnown(Scene scene, Conversation before)
    {
        PurposeTalk.Leave(scene);
        if (TalkMachine.State(scene.Conversation) == TalkState.ChoosingLanguage)
            LanguageTalk.Take(scene);
        else if (scene.Said.Kind == SaidKind.Enter)
            Doors.Enter(scene, scene.Said.Words);
        else if (scene.Said.Kind != SaidKind.Choice && Late.Is(scene.Inbound, before.LastSaid))
            Late.Tell(scene);
        else if (scene.Said.Kind == SaidKind.Edited)
            Edits.Take(scene);
        else if (!CommandTalk.Take(scene))
            TakeWords(scene, before.LastHeard);
    }

    static void TakeWords(Scene scene, DateTimeOffset? lastHeard)
    {
        var isMedia = scene.Said.Kind is not (SaidKind.Text or SaidKind.Choice) && !SentAnswers.Fit(scene);
        if (isMedia)
            scene.Say($"talk.media.{scene.Said.Kind.ToString().ToLowerInvariant()}");

        if (!isMedia && PurposeTalk.Take(scene))
            return;
        if (scene.Conversation.Front is null)
            MenuTalk.Take(scene, isMedia);
        else if (isMedia)
            scene.Flow.Repeat(scene);
        else if (Greetings.Is(scene.Said) && scene.Now - lastHeard > Greetings.Absence)
            Doors.Resume(scene, scene.Session);
        else
            scene.Flow.Take(scene);
    }
}
