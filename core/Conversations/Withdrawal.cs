using System.Globalization;

namespace RbcBot.Core.Conversations;

/// <summary>Taking back what was begun or sent, where its flow allows that; asked once more before it is done.</summary>
static class Withdrawal
{
    const string Room = "m", Asks = "withdraw", IsSure = "withdraw-yes";

    public static Button Button(Scene scene, Session session) =>
        new(scene.Text("talk.withdraw.ask"), Payload(scene, Asks, session), ButtonRole.Command);

    /// <summary>Whether the flow would let go of the session: tried on a copy of the scene.</summary>
    public static bool IsPossible(Scene scene, Session session) =>
        scene.Before(session) is var copy && copy.Flow.Withdraw(copy);

    /// <summary>True when what was said is a withdrawal and is dealt with.</summary>
    public static bool Take(Scene scene)
    {
        if (scene.Said.Kind != SaidKind.Choice
            || scene.Said.Words.Split(':') is not [Room, Asks or IsSure, var number]
            || Session(scene, number) is not { } session
            || !IsPossible(scene, session))
            return false;

        if (scene.Said.Words == Payload(scene, Asks, session))
            scene.Reply(new Outbound(scene.Text("talk.withdraw.sure"),
                [new Button(scene.Text("talk.withdraw.yes"), Payload(scene, IsSure, session)), scene.Button(Command.Resume)]));
        else
            Withdraw(scene, session);
        return true;
    }

    static void Withdraw(Scene scene, Session session)
    {
        if (scene.Conversation.Front is { } front && front != session.Id)
            scene.Flow.Leave(scene);
        scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.OpenedSession) with { Front = session.Id };
        scene.Flow.Withdraw(scene);
        Doors.Close(scene);
        scene.Say("talk.withdrawn");
        MenuTalk.Show(scene);
    }

    static string Payload(Scene scene, string word, Session session) =>
        string.Create(CultureInfo.InvariantCulture, $"{Room}:{word}:{Ids(scene).IndexOf(session.Id) + 1}");

    static Session? Session(Scene scene, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? scene.Conversation.Sessions.ElementAtOrDefault(place - 1) : null;

    static List<string> Ids(Scene scene) => [.. scene.Conversation.Sessions.Select(session => session.Id)];
}
