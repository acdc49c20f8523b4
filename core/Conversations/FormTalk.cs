namespace RbcBot.Core.Conversations;

/// <summary>A form held as a conversation: consent, questions, review, submission. The flows differ only in their machine.</summary>
public static class FormTalk
{
    public static void Open(Scene scene, FormLife life)
    {
        switch (FormLife.State(scene.Session))
        {
            case FormState.Offered or FormState.Declined:
                life.Fire(scene, FormTrigger.Opened);
                break;
            case FormState.Paused:
                life.Fire(scene, FormTrigger.Resumed);
                scene.Note(new SessionResumed(scene.Conversation.Person, scene.Now, scene.Session.Id));
                break;
        }

        Repeat(scene, life);
    }

    /// <summary>Says what stands open: the consent, the question or the review.</summary>
    public static void Repeat(Scene scene, FormLife life)
    {
        FormMigration.Tell(scene);
        switch (FormLife.State(scene.Session))
        {
            case FormState.Consenting:
                FormConsent.Ask(scene, life);
                break;
            case FormState.Asking when scene.Session.Asked is not null:
                FormAsking.Again(scene, life, []);
                break;
            case FormState.Asking:
                FormAsking.Next(scene, life, []);
                break;
            case FormState.Reviewing:
                FormReview.Show(scene, FormAsking.Run(scene));
                break;
            case FormState.Submitted:
                Doors.Close(scene);
                scene.Say("talk.round.done");
                MenuTalk.Show(scene);
                break;
        }
    }

    public static void Take(Scene scene, FormLife life)
    {
        var isTold = FormMigration.Tell(scene);
        if (!isTold && scene.Command is Command.Resume && FormPressing.NextPage(scene))
            return;
        if (!isTold && scene.Said.Kind == SaidKind.Edited)
            FormEdits.Take(scene, life);
        else if (isTold || scene.Command is Command.Resume or Command.Start)
            Repeat(scene, life);
        else
            switch (FormLife.State(scene.Session))
            {
                case FormState.Consenting:
                    FormConsent.Take(scene, life);
                    break;
                case FormState.Asking:
                    FormAnswering.Take(scene, life);
                    break;
                case FormState.Reviewing:
                    FormReview.Take(scene, life);
                    break;
                default:
                    Repeat(scene, life);
                    break;
            }
    }

    public static void Leave(Scene scene, FormLife life)
    {
        if (!life.Can(scene.Session, FormTrigger.Left))
            return;
        life.Fire(scene, FormTrigger.Left);
        scene.Note(new SessionPaused(scene.Conversation.Person, scene.Now, scene.Session.Id));
    }

    public static void Withdraw(Scene scene, FormLife life)
    {
        var session = life.Fire(scene, FormTrigger.Withdrew) with
        {
            IsOver = true,
            Asked = null,
            Submitted = null,
            Submission = [],
            Answers = [], // the person was told that they will not be used; the facts stay as history
        };
        scene.Keep(session);
        scene.Note(new SessionWithdrawn(scene.Conversation.Person, scene.Now, session.Id, session.Subject));
        Reminding.Set(scene, session);
    }
}
