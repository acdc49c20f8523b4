using System.Text;
using CsCheck;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations;

/// <summary>Whatever a person does with a form, in whatever order: it goes on, and nothing is lost.</summary>
public sealed class FormTalkProperties
{
    const int MostReplies = 8, LongestPayload = 64, MostTurnsToTheEnd = 400;

    static readonly string[] words =
    [
        "back", "skip", "why", "menu", "continue", "pause", "done", "rw", "fr", "en", "my answers", "subira inyuma", "simbuka", "akaruhuko", "komeza", "retour", "passer",
        "yes", "no", "yego", "oui", "2", "1, 3", "7", "0", "-4", "12, 5", "99999999999", "3.5", "Aline", "huye", "hill 17", "yesterday", "14h30", "-1.95 30.06", "10", "11",
        "", "   ", "😀", "c a b d", "stop", "help", new string('x', 5_000),
    ];

    /// <summary>What is done: 0 words, 1 a button of now, 2 a stale button, 3 a place, 4 a file, 5 what fits.</summary>
    static readonly Gen<(int Deed, int Which)[]> deeds = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000]).Array[1, 60];

    static readonly Catalogue catalogue = Shipped.Of(EverythingForm.Form, "E1", RoundKind.Interview);

    [Fact]
    public void Any_deeds_in_any_order_lose_nothing_and_can_always_come_to_an_end() =>
        deeds.Sample(done =>
        {
            var talk = new Dialogue(catalogue).Enters("E1").Says("en").Presses("I agree");
            var stale = Payloads(talk).ToList();
            foreach (var (deed, which) in done)
            {
                Do(talk, deed, which, stale);
                CheckReplies(talk);
                CheckAnswers(talk);
                stale.AddRange(Payloads(talk));
            }
            BringToTheEnd(talk);
        }, iter: 60);

    static void Do(Dialogue talk, int deed, int which, List<string> stale)
    {
        var now = Payloads(talk);
        switch (deed)
        {
            case 0 or 1 or 2:
                talk.Says(words[which % words.Length]);
                break;
            case 3 or 4 when now.Count > 0:
                talk.PressesPayload(now[which % now.Count]);
                break;
            case 5:
                talk.PressesPayload(stale[which % stale.Count]);
                break;
            case 6:
                talk.SharesPlace("-1.95 30.06 0 5");
                break;
            case 7:
                talk.SendsFile("photo.jpg", "image/jpeg");
                break;
            default:
                AnswerWell(talk);
                break;
        }
    }

    static void CheckReplies(Dialogue talk)
    {
        Assert.InRange(talk.Last.Count, 1, MostReplies);
        Assert.All(talk.Last, reply => Assert.True(reply.Text.Length > 0 || reply.Media.Count > 0));
        Assert.All(Payloads(talk), payload => Assert.InRange(Encoding.UTF8.GetByteCount(payload), 1, LongestPayload));
    }

    /// <summary>What was last acknowledged for a path stands among the answers, unless the person took it back; and the answers alone make the same run.</summary>
    static void CheckAnswers(Dialogue talk)
    {
        if (Session(talk) is not { IsOver: false } session || session.State is "Offered" or "Consenting")
            return;
        var moment = new FormMoment(session.Started, talk.Now, KigaliTime.Zone);
        var run = FormRun.Of(EverythingForm.Form, session.Answers, moment);
        foreach (var given in talk.Facts.OfType<AnswerGiven>().Where(given => given.Session == session.Id).GroupBy(given => given.Path).Select(group => group.Last()))
        {
            var stands = session.Answers.FirstOrDefault(answer => answer.Path == given.Path);
            Assert.True(stands is null || stands.Value == given.Value, $"{given.Path}: {given.Value} was taken, {stands?.Value} stands\n{talk.Transcript}");
        }
        var again = FormRun.Of(EverythingForm.Form, run.Answers, moment);
        Assert.Equal(run.Submission, again.Submission);
        Assert.Equal(run.Next?.Path, again.Next?.Path);
    }

    static void BringToTheEnd(Dialogue talk)
    {
        for (var turn = 0; turn < MostTurnsToTheEnd && !talk.Facts.OfType<SessionSubmitted>().Any() && !talk.Facts.OfType<SessionWithdrawn>().Any(); turn++)
            AnswerWell(talk);
        Assert.True(talk.Facts.OfType<SessionSubmitted>().Any() || talk.Facts.OfType<SessionWithdrawn>().Any(), talk.Transcript[^Math.Min(talk.Transcript.Length, 4000)..]);
    }

    /// <summary>Does what leads on: comes back, agrees, answers what is asked, corrects what stops, submits.</summary>
    static void AnswerWell(Dialogue talk)
    {
        if (Payloads(talk).Contains("l:en"))
            talk.PressesPayload("l:en");
        else if (Session(talk) is not { IsOver: false } session || talk.Conversation.Front is null)
            talk.Enters("E1");
        else if (session.State is "Paused")
            talk.Says("continue");
        else if (session.State == "Consenting")
            talk.PressesPayload(Commands.Payload(Command.Yes));
        else if (session.State == "Reviewing" && session.Asked is null)
            talk.PressesPayload(Commands.Payload(Command.Yes));
        else
            Answer(talk, session);
    }

    static void Answer(Dialogue talk, Session session)
    {
        var run = FormRun.Of(EverythingForm.Form, session.Answers, new(session.Started, talk.Now, KigaliTime.Zone));
        var step = session.Asked is { IsListing: false } asked ? run.At(asked.Path) : null;
        if (session.Asked is { IsListing: true } || step is null)
            talk.Says("continue");
        else if (step.Question is { Type: QuestionType.Note })
            CorrectTotal(talk);
        else if (session.Asked!.Together.Count > 1) // a question stands open
            talk.Says(string.Join("\n", session.Asked.Together.Select(_ => "3")));
        else
            Say(talk, step);
    }

    // The stop sign offers the answers it follows from by number; the first is the total.
    static void CorrectTotal(Dialogue talk) => talk.Says("1");

    static void Say(Dialogue talk, FormStep step)
    {
        var fit = EverythingForm.Fit(step);
        switch (step.Question.Type)
        {
            case QuestionType.GeoPoint:
                talk.SharesPlace("-1.95 30.06 0 5");
                break;
            case QuestionType.GeoTrace:
                talk.Says("-1.95 30.06; -1.96 30.07").Says("done");
                break;
            case QuestionType.Image:
                talk.SendsFile("photo.jpg", "image/jpeg");
                break;
            case QuestionType.Acknowledge:
                talk.Says("ok");
                break;
            default:
                talk.Says(step.Question.HasChoices || step.Question.Type == QuestionType.AnotherRepeat ? Labels(step, fit) : fit);
                break;
        }
    }

    static string Labels(FormStep step, string names) =>
        string.Join(", ", names.Split(' ').Select(name => step.Options.FirstOrDefault(option => option.Name == name)?.Label("en") ?? "skip"));

    static List<string> Payloads(Dialogue talk) => [.. talk.Last.SelectMany(reply => reply.Buttons).Select(button => button.Payload)];

    static Session? Session(Dialogue talk) => talk.Conversation.Sessions.LastOrDefault();
}
