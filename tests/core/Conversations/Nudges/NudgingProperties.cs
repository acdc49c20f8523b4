using CsCheck;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations.Nudges;

/// <summary>Whatever happens to a person, no nudge leaves outside the policy, which is written here once more and otherwise.</summary>
public sealed class NudgingProperties
{
    static readonly string[] Words = ["F1", "yes", "4", "menu", "pause", "hello", "continue", "start", "stop", "RESUME", "language", "en"];

    static readonly string[] Subjects = ["lesson:EPI-01", "lesson:EPI-02", "round:F1", "letter:selected:a", "letter:regret:b", "letter:reserve:c"];

    static readonly Gen<(int Kind, int Which, int Minutes)[]> Life =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 3 * 24 * 60])).Array[5, 60];

    [Fact]
    public void No_nudge_leaves_outside_the_policy() =>
        Gen.Select(Gen.Bool.Select(isWhatsApp => isWhatsApp ? "whatsapp" : "telegram"), Life).Sample((channel, life) => Live(new NudgedPerson(channel).Says("hello").Says("en"), channel, life), iter: 300);

    static void Live(NudgedPerson person, string channel, (int Kind, int Which, int Minutes)[] life)
    {
        var witness = new Witness(channel, person.Now);
        foreach (var (kind, which, minutes) in life)
        {
            var before = person.Conversation;
            person.Waits(TimeSpan.FromMinutes(minutes));
            Do(person, witness, kind, which);
            witness.Watch(person, before);
        }
    }

    static void Do(NudgedPerson person, Witness witness, int kind, int which)
    {
        switch (kind)
        {
            case 0 or 1:
                witness.Hear(person.Says(Words[which]), Words[which]);
                break;
            case 2 when which < 2:
                witness.IsBlocked = person.Does(which == 0 ? SaidKind.Blocked : SaidKind.Unblocked) is not null && which == 0;
                break;
            case > 6 when person.Standing.Count > 0:
                person.HearsReminder();
                break;
            default:
                person.Hears(Subjects[which % Subjects.Length]);
                break;
        }
    }

    sealed class Witness(string channel, DateTimeOffset heard)
    {
        readonly List<DateTimeOffset> nudges = [];
        DateTimeOffset heard = heard;
        int unanswered;
        bool isStopped;

        public bool IsBlocked { get; set; }

        public void Hear(NudgedPerson person, string words)
        {
            (heard, unanswered, IsBlocked) = (person.Now, 0, false);
            isStopped = words == "stop" || (isStopped && words != "start");
        }

        public void Watch(NudgedPerson person, Conversation before)
        {
            if (!person.Last.Replies.Any(reply => reply.IsNudge))
                return;
            var now = person.Now;
            Assert.True(QuietHours.ByRule.Allows(now));
            Assert.False(isStopped || IsBlocked);
            var isLetter = person.Last.Facts.OfType<NudgeDecided>().All(decided => decided.Subject.StartsWith("letter:", StringComparison.Ordinal));
            Assert.False(IsAtQuestion(before) && now - heard < TimeSpan.FromMinutes(30));
            Assert.True(channel != "whatsapp" || now - heard < TimeSpan.FromMinutes(23 * 60 + 55) || person.Last.Replies.All(reply => reply.Template is not null));
            // A letter is waited for: no cap holds it, and it is no reason to be silent; what comes after it counts it.
            if (!isLetter)
            {
                Assert.DoesNotContain(nudges, nudge => KigaliTime.Day(nudge) == KigaliTime.Day(now));
                Assert.True(nudges.Count(nudge => nudge > now.AddDays(-7)) < 5);
                Assert.True(unanswered < 4);
                unanswered++;
            }

            nudges.Add(now);
        }

        static bool IsAtQuestion(Conversation talk) => talk.Sessions.Any(session => session.Id == talk.Front && session.Asked is not null);
    }
}
