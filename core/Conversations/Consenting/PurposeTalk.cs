using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>Purposes asked apart from a form: before a lesson, after the text changed, or because the person wants to choose anew.</summary>
static class PurposeTalk
{
    /// <summary>True when what was said answered a question of consent that no form asks, or when such a question comes first.</summary>
    public static bool Take(Scene scene) => TakeAnswer(scene) || (scene.Conversation.Front is not null && ComesFirst(scene));

    /// <summary>A command was given instead: a yes said from now on means something else.</summary>
    public static void Leave(Scene scene)
    {
        if (scene.Conversation.Consenting is not null && scene.Command is not (null or Command.Yes or Command.No or Command.Done))
            scene.Conversation = scene.Conversation with { Consenting = null };
    }

    /// <summary>Asks before the session in front goes on, when that must be; tells whether it did.</summary>
    public static bool ComesFirst(Scene scene)
    {
        var (session, consents) = (scene.Session, scene.Conversation.Consents);
        var purpose = Purposes.OfFlow(session.Flow);
        var isLesson = session.FormVersion.Length == 0;
        if (session.IsOver || session.State is nameof(FormState.Consenting) or nameof(FormState.Declined) || (!isLesson && session.State == nameof(FormState.Offered)))
            return false;
        // A form that is past its consent has one.
        if (!Agreement.MustAsk(consents, purpose, session.State == nameof(FormState.Offered)) || (!isLesson && Agreement.Of(consents, purpose) == AgreementState.NotAsked))
            return false;
        Ask(scene, ConsentScreen.IsShort(scene));
        return true;
    }

    static void Ask(Scene scene, bool isShort) => ConsentScreen.Ask(
        scene, scene.Text("purposes.alone", ("title", MenuTalk.Title(scene, scene.Session))), Agreement.ToAsk(scene.Conversation.Consents, Purposes.OfFlow(scene.Session.Flow)), isOfForm: false, isShort);

    static bool TakeAnswer(Scene scene)
    {
        if (scene.Conversation.Consenting is not { IsOfForm: false } question)
            return false;
        if (question.IsWithdrawing)
            return WithdrawTalk.TakeAnswer(scene, question);
        if (scene.Conversation.Front is not null && ConsentReading.WantsWhole(scene, question))
        {
            Ask(scene, isShort: false);
            return true;
        }
        if (ConsentReading.TakesStep(scene, question))
            return true;
        scene.Conversation = scene.Conversation with { Consenting = null };
        if (ConsentReading.Of(scene, question) is not { } answer)
            return false;
        PurposeEffects.Keep(scene, answer.Given, answer.Refused, question.Sha256, question.IsShort);
        GoOn(scene, answer);
        return true;
    }

    /// <summary>The button "choose" under what the privacy command said.</summary>
    public static bool OpensChoice(Scene scene)
    {
        if (scene.Said is not { Kind: SaidKind.Choice, Words: ConsentScreen.Choose })
            return false;
        ConsentScreen.Tick(scene, new ConsentQuestion(Purposes.All, "") { Ticked = Agreement.Given(scene.Conversation.Consents) }, redraws: false);
        return true;
    }

    static void GoOn(Scene scene, ConsentAnswer answer)
    {
        if (scene.Conversation.Front is null)
        {
            Tell(scene, answer);
            MenuTalk.Show(scene);
        }
        else if (!Agreement.May(scene.Conversation.Consents, Purposes.OfFlow(scene.Session.Flow)))
            Refuse(scene);
        // Yes and done are also what opens a lesson.
        else if (scene.Session.State == nameof(FormState.Offered) && (scene.Command == Command.Yes || ConsentScreen.IsDone(scene)))
            scene.Flow.Take(scene);
        else
            scene.Flow.Repeat(scene);
    }

    internal static void Tell(Scene scene, ConsentAnswer answer)
    {
        if (answer.Given.Count == 0)
            scene.Say("purposes.kept.none");
        else
            scene.Say("purposes.kept", ("given", ConsentScreen.Names(scene, answer.Given)));
    }

    static void Refuse(Scene scene)
    {
        var session = scene.Session;
        scene.Say("purposes.needed", ("title", MenuTalk.Title(scene, session)), ("purpose", ConsentScreen.Name(scene, Purposes.OfFlow(session.Flow))));
        scene.Say("purposes.paper");
        Doors.Leave(scene);
    }
}
