using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Conversations.Consenting;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations;

/// <summary>Consent before a form begins: its words, their version and the language are kept. The purposes that are not agreed to yet are asked on the same screen.</summary>
static class FormConsent
{
    public static void Ask(Scene scene, FormLife life) => Ask(scene, life, ConsentScreen.IsShort(scene));

    static void Ask(Scene scene, FormLife life, bool isShort) => ConsentScreen.Ask(
        scene, scene.Text(TextId(life, isShort), ("title", MenuTalk.Title(scene, scene.Session))),
        Agreement.ToAsk(scene.Conversation.Consents, Purposes.OfFlow(life.Flow)), isOfForm: true, isShort);

    public static void Take(Scene scene, FormLife life)
    {
        // Asked before something else was done, or before purposes were: what she saw stands no more.
        if (scene.Conversation.Consenting is not { IsOfForm: true } question)
            Ask(scene, life);
        else if (ConsentReading.WantsWhole(scene, question))
            Ask(scene, life, isShort: false);
        else if (ConsentReading.TakesStep(scene, question))
            return;
        else if (ConsentReading.Of(scene, question) is { } answer)
            Decide(scene, life, question, answer);
        else
            AskAgain(scene, life, question);
    }

    static void AskAgain(Scene scene, FormLife life, ConsentQuestion question)
    {
        // The whole of it stands right above; on a phone of USSD nothing stays.
        if (!question.IsChoosing && !ConsentScreen.IsShort(scene))
        {
            ConsentScreen.AskAgain(scene, question);
            return;
        }

        scene.Say("talk.consent.unclear");
        if (question.IsChoosing)
            ConsentScreen.Tick(scene, question, redraws: false);
        else
            Ask(scene, life);
    }

    static void Decide(Scene scene, FormLife life, ConsentQuestion question, ConsentAnswer answer)
    {
        scene.Conversation = scene.Conversation with { Consenting = null };
        PurposeEffects.Keep(scene, answer.Given, answer.Refused, question.Sha256, question.IsShort);
        var purpose = Purposes.OfFlow(life.Flow);
        var isAgreed = answer.IsYes && Agreement.May(scene.Conversation.Consents, purpose);
        Keep(scene, TextId(life, question.IsShort), life.Flow, isAgreed, question.Sha256);
        if (isAgreed)
            Agree(scene, life);
        else
            Refuse(scene, life, answer.IsYes ? purpose : null);
    }

    static void Agree(Scene scene, FormLife life)
    {
        var session = life.Fire(scene, FormTrigger.Agreed) with { Started = scene.Now };
        scene.Keep(session);
        scene.Note(new SessionStarted(scene.Conversation.Person, scene.Now, session.Id, session.Subject, session.FormVersion));
        FormAsking.Next(scene, life, [scene.Text("talk.begin")]);
    }

    /// <param name="lacks">The purpose that was not chosen and without which the form cannot be; null when she refused the form.</param>
    static void Refuse(Scene scene, FormLife life, Purpose? lacks)
    {
        if (lacks is { } purpose)
            scene.Say("purposes.needed", ("title", MenuTalk.Title(scene, scene.Session)), ("purpose", ConsentScreen.Name(scene, purpose)));
        var session = life.Fire(scene, FormTrigger.Refused) with { IsOver = true };
        scene.Keep(session);
        Reminding.Set(scene, session);
        Doors.Close(scene);
        scene.Reply(new Outbound($"{scene.Text($"{life.Flow}.declined")}\n\n{scene.Text("purposes.paper")}"));
    }

    static void Keep(Scene scene, string textId, string flow, bool isGiven, string sha256)
    {
        var consent = PurposeEffects.Consent(scene, flow, Version(scene, textId), textId, isGiven, sha256);
        scene.Conversation = scene.Conversation with { Consents = [.. scene.Conversation.Consents, consent] };
        scene.Note(new ConsentTaken(scene.Conversation.Person, scene.Now, consent));
    }

    /// <summary>The first eight hex digits of the hash of the words as they are written, slots unfilled.</summary>
    static string Version(Scene scene, string textId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scene.Text(textId))))[..8];

    static string TextId(FormLife life, bool isShort) => $"{life.Flow}.consent" + (isShort ? ".short" : "");
}
