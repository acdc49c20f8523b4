using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Conversations;

/// <summary>How a session comes to the front and leaves it.</summary>
static class Doors
{
    /// <summary>The round's code in what was said: of an entry, or of a text that is a known code; null when there is none.</summary>
    public static string? CodeIn(Scene scene) => scene.Said.Kind switch
    {
        SaidKind.Enter when scene.Said.Words.Trim() is { Length: > 0 } code => code,
        SaidKind.Text when scene.Catalogue.Round(scene.Said.Words) is { } round => round.Code,
        _ => null,
    };

    /// <summary>Somebody comes with a code: begins the round, or goes on with it, or hears why not.</summary>
    public static void Enter(Scene scene, string code)
    {
        scene.Conversation = scene.Conversation with { Wanted = null };
        var round = scene.Catalogue.Round(code);
        var earlier = round is null ? null : Earlier(scene, round);
        if (code.Trim().Length == 0 || (round is null && earlier is null))
            Unknown(scene, code);
        else if (earlier is { IsOver: false })
            Resume(scene, earlier);
        else if (earlier is { Submitted: not null })
            Look(scene, earlier);
        else if (!round!.IsOpen)
            Stay(scene, "talk.round.closed");
        else
            Open(scene, Begin(scene, round));
    }

    /// <summary>Somebody comes back to what she has submitted: it is there, and may be taken back where the flow allows it.</summary>
    static void Look(Scene scene, Session session)
    {
        if (scene.Conversation.Front is { } front && front != session.Id)
            scene.Flow.Leave(scene);
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.OpenedSession) with { Front = session.Id };
        if (scene.Flow.CanWithdraw(scene))
            scene.Reply(new Outbound(scene.Text("talk.round.done"), [CommandTalk.WithdrawButton(scene), scene.Button(Command.Menu)]));
        else
            scene.Flow.Repeat(scene);
    }

    /// <summary>Opens a session at its flow, from wherever the talk is.</summary>
    public static void Open(Scene scene, Session session)
    {
        if (scene.Conversation.Front is { } front && front != session.Id)
            scene.Flow.Leave(scene);
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.OpenedSession) with { Front = session.Id, Unclear = 0 };
        Holding.Forget(scene, held => Dues.Concerns(held.Words, session));
        scene.Flow.Open(scene);
    }

    /// <summary>Goes on with a session after an absence, with a word of welcome.</summary>
    public static void Resume(Scene scene, Session session)
    {
        if (session.State != "Offered")
            scene.Say("talk.welcome-back");
        Open(scene, session);
    }

    /// <summary>Goes on with the session in front, without a word.</summary>
    public static void Continue(Scene scene)
    {
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.OpenedSession);
        scene.Flow.Repeat(scene);
    }

    /// <summary>Leaves the session in front for later.</summary>
    public static void Leave(Scene scene)
    {
        scene.Flow.Leave(scene);
        Close(scene);
    }

    /// <summary>The session in front is no longer in front: it ended, or waits.</summary>
    public static void Close(Scene scene) =>
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.LeftSession) with { Front = null };

    /// <summary>Adds a session that stands at its flow's first state.</summary>
    public static Session Begin(Scene scene, string flow, string subject, string formVersion)
    {
        var conversation = scene.Conversation;
        var session = new Session(
            NewId(conversation), conversation.Person, flow, subject, "Offered", formVersion,
            [], scene.Now, scene.Now, null, Texts.Languages.Code(scene.Language));
        scene.Keep(session with { IsKeptOut = Agreement.Of(conversation.Consents, Purpose.Research) == AgreementState.Refused });
        return session;
    }

    // Sessions come and go with people who become one or two: the count alone may be taken.
    static string NewId(Conversation conversation)
    {
        var number = conversation.Sessions.Count + 1;
        while (conversation.Sessions.Any(session => session.Id == $"{conversation.Person}-{number}"))
            number++;
        return $"{conversation.Person}-{number}";
    }

    static Session Begin(Scene scene, Round round) =>
        Begin(scene, FlowName(round.Kind), round.Code, round.FormVersion);

    public static string FlowName(RoundKind kind) => kind switch
    {
        RoundKind.Interview => "interview",
        RoundKind.Application => "application",
        RoundKind.Feedback => "feedback",
        RoundKind.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static Session? Earlier(Scene scene, Round round) => scene.Conversation.Sessions.LastOrDefault(
        session => session.Subject == round.Code && session.State is not ("Withdrawn" or "Declined"));

    static void Unknown(Scene scene, string code)
    {
        if (code.Trim().Length > 0)
            scene.Say("talk.round.unknown", ("code", code.Trim()));
        Back(scene);
    }

    static void Stay(Scene scene, string key)
    {
        scene.Say(key);
        Back(scene);
    }

    static void Back(Scene scene)
    {
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
        else
            MenuTalk.Show(scene);
    }
}
