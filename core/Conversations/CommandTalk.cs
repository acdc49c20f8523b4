using RbcBot.Core.Conversations.Access;
using RbcBot.Core.Conversations.Consenting;

namespace RbcBot.Core.Conversations;

/// <summary>Commands that work anywhere; those of a session (back, skip, why …) are left to its flow.</summary>
static class CommandTalk
{
    const string AskWithdraw = "m:withdraw", Withdraw = "m:withdraw-yes";

    public static Button WithdrawButton(Scene scene) => new(scene.Text("talk.withdraw.ask"), AskWithdraw, ButtonRole.Command);

    /// <summary>True when what was said was one of them and is dealt with.</summary>
    public static bool Take(Scene scene)
    {
        switch (scene.Command)
        {
            case Command.Menu:
                MenuTalk.Show(scene);
                return true;
            case Command.Help:
                HelpTalk.Show(scene);
                return true;
            case Command.MyData:
                AccessTalk.Show(scene);
                return true;
            case Command.Language:
                scene.Conversation = TalkMachine.Fire(scene.Conversation, TalkTrigger.AskedLanguage);
                LanguageTalk.Ask(scene);
                return true;
            case Command.Pause:
                TakePause(scene);
                return true;
            case Command.Resume or Command.Start:
                return TakeResume(scene);
            case Command.Privacy:
                PrivacyTalk.Show(scene);
                return true;
            default:
                return WithdrawTalk.Take(scene) || (scene.Conversation.Consenting is null && PurposeTalk.OpensChoice(scene)) || TakeWithdrawal(scene);
        }
    }

    static void TakePause(Scene scene)
    {
        if (scene.Conversation.Front is not null)
            Doors.Leave(scene);
        scene.Reply(new Outbound(scene.Text("talk.paused"), [scene.Button(Command.Resume), scene.Button(Command.Menu)]));
    }

    static bool TakeResume(Scene scene)
    {
        if (scene.Conversation.Front is not null)
            return TakeInFront(scene);

        if (MenuTalk.Unfinished(scene).LastOrDefault() is { } session)
            Doors.Resume(scene, session);
        else
            MenuTalk.Show(scene);
        return true;
    }

    /// <summary>"Continue" may be the flow's own word (a lesson's next card), so the flow takes it.</summary>
    static bool TakeInFront(Scene scene)
    {
        if (!PurposeTalk.ComesFirst(scene))
            scene.Flow.Take(scene);
        return true;
    }

    static bool TakeWithdrawal(Scene scene)
    {
        if (scene.Said.Kind != SaidKind.Choice || scene.Conversation.Front is null || !scene.Flow.CanWithdraw(scene))
            return false;

        if (scene.Said.Words == AskWithdraw)
            scene.Reply(new Outbound(scene.Text("talk.withdraw.sure"),
                [new Button(scene.Text("talk.withdraw.yes"), Withdraw), scene.Button(Command.Resume)]));
        else if (scene.Said.Words == Withdraw)
            TakeBack(scene);
        else
            return false;
        return true;
    }

    static void TakeBack(Scene scene)
    {
        scene.Flow.Withdraw(scene);
        Doors.Close(scene);
        scene.Say("talk.withdrawn");
        MenuTalk.Show(scene);
    }
}
