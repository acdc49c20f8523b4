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

    static readonly (string Name, string Type)[] files =
        [("photo.jpg", "image/jpeg"), ("voice.ogg", "audio/ogg"), ("film.mp4", "video/mp4"), ("paper.pdf", "application/pdf")];

    /// <summary>What is done: 0 words, 1 a button of now, 2 a stale button, 3 a place, 4 a file, 5 what fits.</summary>
    static readonly Gen<(int Deed, int Which)[]> deeds = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000]).Array[1, 60];

    static readonly Catalogue catalogue = Shipped.Of(EverythingForm.Form, "E1", RoundKind.Interview);

    [Fact]
    public void Any_deeds_in_any_order_lose_nothing_and_can_always_come_to_an_end() =>
        deeds.Sample(done =>
        {
            var talk = new Dialogue(catalogue).Enters("E1").Says("en").Presses("I agree");
            var stale = Payloads(talk).ToList();
            var taken = new TakenAnswers();
            foreach (var (deed, which) in done)
            {
                var said = Do(talk, deed, which, stale);
                CheckReplies(talk);
                taken.CheckAfter(talk, said);
                stale.AddRange(Payloads(talk));
            }
            BringToTheEnd(talk, taken);
            CheckSubmission(talk);
        }, iter: 60);

    /// <summary>Does it; what was written or pressed, "" for the rest.</summary>
    static string Do(Dialogue talk, int deed, int which, List<string> stale)
    {
        var now = Payloads(talk);
        var said = deed switch
        {
            0 or 1 or 2 => words[which % words.Length],
            3 or 4 when now.Count > 0 => now[which % now.Count],
            5 => stale[which % stale.Count],
            _ => "",
        };
        if (deed is 0 or 1 or 2)
            talk.Says(said);
        else if (said.Length > 0)
            talk.PressesPayload(said);
        else if (deed == 6)
            talk.SharesPlace("-1.95 30.06 0 5");
        else if (deed == 7)
            talk.SendsFile(files[which % files.Length].Name, files[which % files.Length].Type);
        else
            AnswerWell(talk);
        return said;
    }

    static void CheckReplies(Dialogue talk)
    {
        // A second stop is not confirmed again.
        Assert.InRange(talk.Last.Count, talk.Conversation.IsSilenced ? 0 : 1, MostReplies);
        Assert.All(talk.Last, reply => Assert.True(reply.Text.Length > 0 || reply.Media.Count > 0));
        Assert.All(Payloads(talk), payload => Assert.InRange(Encoding.UTF8.GetByteCount(payload), 1, LongestPayload));
    }

    /// <summary>What is submitted is what the answers alone make, read back.</summary>
    static void CheckSubmission(Dialogue talk)
    {
        if (Session(talk) is { Submitted: { } submitted } session)
            Assert.Equal(FormRun.Of(EverythingForm.Form, session.Answers, Moment(session, submitted)).Submission, session.Submission);
    }

    static void BringToTheEnd(Dialogue talk, TakenAnswers taken)
    {
        for (var turn = 0; turn < MostTurnsToTheEnd && !talk.Facts.OfType<SessionSubmitted>().Any() && !talk.Facts.OfType<SessionWithdrawn>().Any(); turn++)
        {
            AnswerWell(talk);
            CheckReplies(talk);
            taken.CheckAfter(talk, "");
        }
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
        var run = FormRun.Of(EverythingForm.Form, session.Answers, Moment(session, talk.Now));
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
            case QuestionType.GeoShape:
                talk.Says("-1.95 30.06; -1.96 30.07; -1.95 30.08").Says("done");
                break;
            case QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File:
                talk.SendsFile(fit, files.Single(file => file.Name == fit).Type);
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

    static FormMoment Moment(Session session, DateTimeOffset now) => new(session.Started, now, KigaliTime.Zone);

    static Session? Session(Dialogue talk) => talk.Conversation.Sessions.LastOrDefault();
}
