using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations.Nudges;

/// <summary>What the policy says is done, in the turn.</summary>
public sealed class NudgingTests
{
    const string Lesson = "lesson:EPI-01", Offer = "New lesson";

    static NudgedPerson Somebody(string channel = "telegram") => new NudgedPerson(channel).Says("hello").Says("en");

    [Fact]
    public void A_lesson_at_night_comes_in_the_morning_and_only_once()
    {
        var person = Somebody().Waits(TimeSpan.FromHours(12)).Hears(Lesson);
        Assert.Empty(person.Last.Replies);
        Assert.Empty(person.Hears("lesson:EPI-02").Last.Replies);
        Assert.StartsWith(Offer, person.HearsReminder().Said, StringComparison.Ordinal);
        Assert.Empty(person.Hears(Lesson).Last.Replies);
    }

    [Fact]
    public void A_lesson_on_the_day_of_a_letter_comes_on_the_next()
    {
        var person = Somebody().Hears("letter:selected:epilepsy").Hears(Lesson);
        Assert.Equal(SendReason.DayCap, Decided(person).Reason);
        Assert.StartsWith(Offer, person.HearsReminder().Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_on_the_day_of_a_lesson_comes_at_once_and_is_worth_sending_for_days()
    {
        var person = Somebody().Waits(TimeSpan.FromMinutes(1)).Hears(Lesson).Hears("letter:selected:epilepsy");
        Assert.Equal(SendOutcome.FreeForm, Decided(person).What);
        Assert.Equal(person.Now.AddDays(7), Assert.Single(person.Last.Replies).ExpiresAt);
        Assert.Equal(1, person.Conversation.Unanswered);
    }

    [Fact]
    public void What_the_person_opened_herself_is_not_offered_again_at_its_moment()
    {
        var person = Somebody().Waits(TimeSpan.FromHours(12)).Hears(Lesson).Says("continue");
        Assert.StartsWith(Offer, person.Said, StringComparison.Ordinal);
        Assert.Empty(person.Standing);
    }

    [Fact]
    public void After_the_window_the_template_knocks_and_the_lesson_is_said_once_she_answers()
    {
        var person = Somebody("whatsapp").Waits(TimeSpan.FromDays(1)).Hears(Lesson);
        Assert.Equivalent(new TemplateUse("lesson", ["What epilepsy is", "4"]), Assert.Single(person.Last.Replies).Template);
        Assert.Contains(Offer, person.Says("hello").Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Offer, person.Says("pause").Says("thanks").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_by_template_is_read_when_she_answers()
    {
        var person = Somebody("whatsapp").Waits(TimeSpan.FromDays(1)).Hears("letter:selected:epilepsy");
        Assert.DoesNotContain("Congratulations", person.Said, StringComparison.Ordinal);
        var heard = person.Says("hello").Last.Replies;
        Assert.Contains(heard, reply => reply.Text == Text.Of(Language.En, "letter.selected", ("module", "Epilepsy")));
        Assert.All(heard, reply => Assert.False(reply.IsNudge));
    }

    [Fact]
    public void The_fourth_without_answer_says_that_it_is_the_last()
    {
        var person = Somebody();
        foreach (var nudge in new[] { Lesson, "lesson:EPI-02", "lesson:EPI-03", "round:F1" })
            person.Waits(TimeSpan.FromDays(7)).Hears(nudge);
        Assert.Contains("resume", person.Last.Replies[^1].Text, StringComparison.Ordinal);
        Assert.Equal(4, person.Conversation.Unanswered);
    }

    [Fact]
    public void After_four_without_answer_a_lesson_waits_until_she_writes_but_a_letter_comes()
    {
        var person = Somebody();
        person.Conversation = person.Conversation with { Unanswered = 4, Nudges = [person.Now] };
        Assert.Equal(SendReason.AutoPaused, Decided(person.Waits(TimeSpan.FromDays(70)).Hears(Lesson)).Reason);
        Assert.Contains("m9", person.Hears("letter:selected:m9").Said, StringComparison.Ordinal);
        Assert.Contains(Offer, person.Says("resume").Said, StringComparison.Ordinal);
        Assert.Equal(0, person.Conversation.Unanswered);
    }

    [Fact]
    public void Stop_is_confirmed_once_and_what_waited_is_given_up()
    {
        var person = Somebody().Waits(TimeSpan.FromHours(12)).Hears(Lesson).Says("«STOP!!»");
        Assert.Single(person.Last.Replies);
        Assert.Empty(person.Standing);
        Assert.Empty(person.Says("Arrêt.").Last.Replies);
    }

    [Fact]
    public void Who_stopped_is_answered_and_gets_no_nudge_until_she_starts()
    {
        var person = Somebody().Says("stop").Says("hello");
        Assert.NotEmpty(person.Last.Replies);
        Assert.Empty(person.Waits(TimeSpan.FromDays(1)).Hears("letter:selected:epilepsy").Last.Replies);
        Assert.Equal(SendReason.OptedOut, Decided(person).Reason);
        Assert.StartsWith("Good: we will write", person.Says("START").Said, StringComparison.Ordinal);
        Assert.NotEmpty(person.Hears("letter:selected:epilepsy").Last.Replies);
    }

    [Fact]
    public void Who_blocked_us_gets_nothing_and_who_let_us_in_again_is_still_stopped()
    {
        var person = Somebody().Does(SaidKind.Blocked).Hears("letter:selected:epilepsy");
        Assert.Equal((SendOutcome.Drop, SendReason.Blocked), (Decided(person).What, Decided(person).Reason));
        Assert.Equal(SendOutcome.FreeForm, Decided(person.Does(SaidKind.Unblocked).Hears("letter:selected:epilepsy")).What);
    }

    [Theory]
    [InlineData(SaidKind.Unreachable, SendReason.BadAddress)]
    [InlineData(SaidKind.Blocked, SendReason.Blocked)]
    public void Where_a_message_failed_for_good_nobody_is_nudged_until_she_writes(SaidKind kind, SendReason reason)
    {
        var person = Somebody().Waits(TimeSpan.FromDays(1)).Does(kind);
        Assert.Empty(person.Last.Replies);
        Assert.Equal((SendOutcome.Drop, reason), Decided(person.Hears("letter:selected:epilepsy")) is var decided ? (decided.What, decided.Reason) : default);
        person.Says("hello").Waits(TimeSpan.FromDays(1)).Hears("letter:regret:epilepsy");
        Assert.Equal(SendOutcome.FreeForm, Decided(person).What);
    }

    [Fact]
    public void What_failed_before_the_person_wrote_closes_nothing()
    {
        var person = Somebody();
        person.Waits(TimeSpan.FromHours(1)).Says("hello").DoesLate(SaidKind.Unreachable, TimeSpan.FromMinutes(1)).Waits(TimeSpan.FromDays(1)).Hears("letter:selected:epilepsy");
        Assert.Equal(SendOutcome.FreeForm, Decided(person).What);
    }

    [Fact]
    public void That_an_address_is_closed_is_nothing_that_the_person_said()
    {
        var person = Somebody();
        var (heard, address) = (person.Conversation.LastHeard, person.Conversation.Address);
        person.Waits(TimeSpan.FromHours(1)).Does(SaidKind.Blocked);
        Assert.Equal((heard, address), (person.Conversation.LastHeard, person.Conversation.Address));
    }

    [Fact]
    public void A_stop_that_the_provider_has_answered_is_kept_and_not_answered_twice()
    {
        var person = Somebody("sms").Answered(Command.Stop);
        Assert.Empty(person.Last.Replies);
        Assert.True(person.Conversation.IsSilenced);
        Assert.Contains(person.Last.Facts, fact => fact is Silenced);
        Assert.Empty(person.Answered(Command.Help).Last.Replies);
        var words = person.Answered(Command.Start).Said;
        Assert.False(person.Conversation.IsSilenced);
        Assert.DoesNotContain(Text.Of(Language.En, "talk.started"), words, StringComparison.Ordinal);
        Assert.NotEmpty(words);
    }

    [Fact]
    public void A_reminder_while_an_interview_runs_does_not_come_between()
    {
        var person = Somebody().Says("F1").Says("yes").Says("4").Waits(TimeSpan.FromMinutes(29)).Hears("letter:selected:epilepsy");
        Assert.Equal((SendReason.InterviewRunning, person.Now.AddMinutes(1)), (Decided(person).Reason, Decided(person).Until));
        Assert.NotEmpty(person.HearsReminder().Last.Replies);
    }

    [Fact]
    public void A_reminder_does_not_come_to_somebody_who_reviews_her_answers()
    {
        var person = AtReview();
        Assert.Empty(person.Hears("letter:selected:epilepsy").Last.Replies);
        Assert.Equal(SendReason.InterviewRunning, Decided(person).Reason);
    }

    [Fact]
    public void A_reminder_that_fell_due_before_she_went_on_is_not_said_behind()
    {
        var person = AtReview();
        var (due, moment) = (person.Standing.Single().Subject, person.Now);
        person.Waits(TimeSpan.FromMinutes(1)).Says("1").Waits(TimeSpan.FromMinutes(40));
        Assert.Empty(person.Fires(due, moment).Last.Facts);
    }

    static NudgedPerson AtReview()
    {
        var person = Somebody().Says("F1").Says("yes");
        while (!IsAtReview(person))
            person = person.Says("1");
        return person;
    }

    static bool IsAtReview(NudgedPerson person) => person.Conversation.Sessions.Single() is { IsOver: false, Asked: null };

    [Fact]
    public void The_latest_decisions_are_remembered_and_no_more()
    {
        var person = Somebody();
        for (var letter = 1; letter <= 30; letter++)
            person = person.Hears("letter:selected:epilepsy");
        Assert.Equal(20, person.Conversation.Decided.Count);
        Assert.Equal(Decided(person), person.Conversation.Decided[^1]);
    }

    [Fact]
    public void A_conversation_of_before_is_nudged_as_ever()
    {
        const string Stored = """{"person":"amina","address":{"channel":"telegram","value":"+250700000000"},"state":"AtMenu","language":"En","isIntroduced":true}""";
        var person = new NudgedPerson("telegram") { Conversation = StoredJson.Read<Conversation>(Stored) }.Hears(Lesson);
        Assert.StartsWith(Offer, person.Said, StringComparison.Ordinal);
    }

    static NudgeDecided Decided(NudgedPerson person) => Assert.Single(person.Last.Facts.OfType<NudgeDecided>());
}
