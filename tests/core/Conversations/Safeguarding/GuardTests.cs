using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Tests.Given;
using Standing = RbcBot.Core.Conversations.Nudges.Standing;

namespace RbcBot.Tests.Core.Conversations.Safeguarding;

public sealed class GuardTests
{
    static readonly Catalogue GuideB = Shipped.Catalogue("guide-b.xlsx", "B1", RoundKind.Interview);

    static readonly DateTimeOffset Noon = new(2026, 1, 12, 10, 0, 0, TimeSpan.Zero);

    static Dialogue AtQuestion() => new Dialogue(GuideB).Enters("B1").Says("en").Presses("I agree").Says("Musanze");

    [Theory]
    [InlineData("I want to die")]
    [InlineData("je veux mourir")]
    [InlineData("ndashaka gupfa")]
    public void The_card_comes_first_before_the_language_was_chosen_too(string words)
    {
        Assert.Equal(Card.CallPayload, First(new Dialogue(GuideB).Says(words)).Payload);
        Assert.Equal(Card.CallPayload, First(AtQuestion().Says(words)).Payload);
        Assert.Equal(Card.CallPayload, First(AtQuestion().Says("menu").Says(words)).Payload);
    }

    [Fact]
    public void The_numbers_stand_before_anything_else_that_a_small_screen_could_cut()
    {
        var text = AtQuestion().Says("I want to die").Last[0].Text;
        Assert.InRange(text.IndexOf("114", StringComparison.Ordinal), 0, 160);
        Assert.Contains("912", text, StringComparison.Ordinal);
        Assert.Contains("112", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_breaks_shows_help_all_the_same()
    {
        var broken = GuideB with { ReadCrisis = (_, _) => throw new InvalidOperationException("broken") };
        var dialogue = new Dialogue(broken).Says("hello");
        Assert.Equal(Card.CallPayload, First(dialogue).Payload);
        Assert.Equal(SafetyLevel.Unread, Assert.Single(dialogue.Facts.OfType<SafetyRaised>()).Level);
    }

    [Fact]
    public void Only_what_an_open_question_asked_for_is_read_as_an_answer()
    {
        List<(string Words, bool IsAnswer)> read = [];
        var noting = GuideB with
        {
            ReadCrisis = (words, isAnswer) =>
            {
                read.Add((words, isAnswer));
                return CrisisReading.Nothing;
            },
        };
        new Dialogue(noting).Enters("B1").Says("english").Presses("I agree").Says("Musanze").Says("CS Muhoza").Says("menu").Says("hello");
        Assert.Equal([("english", false), ("Musanze", false), ("CS Muhoza", true), ("menu", false), ("hello", false)], read);
    }

    [Fact]
    public void A_message_that_could_not_be_dealt_with_gets_the_card_before_the_apology()
    {
        var conversation = Conversation.New(new PersonId("p"), new Address("web", "a"));
        var inbound = new Inbound(conversation.Address, "1", Said.Text("I want to kill myself"), Noon);
        var sorry = Apology.Guarded(new Turn(conversation, [new Outbound("sorry")], [], []), conversation, inbound, GuideB, Noon);
        Assert.Equal(2, sorry.Replies.Count);
        Assert.Equal(Card.CallPayload, sorry.Replies[0].Buttons[0].Payload);
    }

    [Fact]
    public void The_answer_is_kept_as_it_was_written_and_stays_inside()
    {
        var dialogue = AtQuestion().Says("I want to die");
        var session = dialogue.Conversation.Sessions[0];
        Assert.Contains(session.Answers, answer => answer.Value == "I want to die");
        Assert.Single(session.Held);
        Assert.DoesNotContain(HeldAnswers.Out(session).Answers, answer => answer.Value == "I want to die");
        Assert.Contains(HeldAnswers.Out(session).Answers, answer => answer.Value == HeldAnswers.Mark);
    }

    [Fact]
    public void A_patient_who_is_named_where_options_are_asked_is_masked_too()
    {
        var dialogue = AtQuestion().Says("CS Muhoza").Says("my patient Uwimana Claudine, phone 0788123456");
        Assert.Equal([PatientMark.Phone, PatientMark.Name], Assert.Single(dialogue.Facts.OfType<PatientTextMasked>()).Found);
        Assert.Equal(Card.OfPatient(RbcBot.Core.Texts.Language.En).Text, dialogue.Last[0].Text);
    }

    [Fact]
    public void An_answer_that_is_given_anew_without_it_may_leave_again()
    {
        var dialogue = AtQuestion().Says("I want to die").Says("continue").Says("back").Says("CS Muhoza");
        Assert.Empty(dialogue.Conversation.Sessions[0].Held);
    }

    [Fact]
    public void Nothing_more_is_asked_until_she_comes_back()
    {
        var dialogue = AtQuestion().Says("I want to die");
        Assert.Null(dialogue.Conversation.Front);
        Assert.Equal(2, dialogue.Last.Count);
        dialogue.Says("what is for lunch");
        Assert.Equal("I am an automatic bot and do not understand this.", dialogue.Last.Single().Text.Split(" But ")[0]);
        Assert.NotNull(dialogue.Says("continue").Conversation.Front);
    }

    [Fact]
    public void Nobody_is_nudged_for_three_days()
    {
        var conversation = AtQuestion().Says("I want to die").Conversation;
        Assert.Equal(Guard.Rest, conversation.QuietUntil - conversation.LastHeard);
        Assert.Equal(SendReason.InDanger, Decide(conversation, Guard.Rest - TimeSpan.FromHours(1)).Reason);
        Assert.NotEqual(SendReason.InDanger, Decide(conversation, Guard.Rest + TimeSpan.FromHours(1)).Reason);
    }

    [Fact]
    public void A_case_at_work_keeps_its_reminders()
    {
        Assert.Null(AtQuestion().Says("My patient said she wants to die").Conversation.QuietUntil);
    }

    [Fact]
    public void A_changed_message_and_a_caption_are_read_too()
    {
        Assert.Equal(Card.CallPayload, First(AtQuestion().Changes("7", "I want to die")).Payload);
        Assert.Equal(Card.CallPayload, First(Take(new Said(SaidKind.Photo, "I want to die"))).Payload);
    }

    [Fact]
    public void A_voice_note_that_is_called_urgent_gets_the_numbers() =>
        Assert.Equal(Card.CallPayload, First(Take(new Said(SaidKind.Voice, "urgent"))).Payload);

    [Fact]
    public void Who_asks_to_be_called_is_told_and_somebody_hears_of_it()
    {
        var dialogue = AtQuestion().Says("I want to die").Presses("Ask somebody to call me");
        Assert.Single(dialogue.Facts.OfType<CallAsked>());
        Assert.Contains("on duty", dialogue.Last[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fact_holds_no_word_of_the_text()
    {
        var raised = Assert.Single(AtQuestion().Says("I want to die").Facts.OfType<SafetyRaised>());
        Assert.Equal((SafetyLevel.Imminent, CrisisReader.Shipped.Version), (raised.Level, raised.Lexicon));
    }

    [Fact]
    public void On_a_shared_phone_whoever_writes_sees_the_card_at_once_and_once()
    {
        var talks = TwoOnOnePhone.Two().Says(TwoOnOnePhone.Phone, "en").Waits(TimeSpan.FromHours(1)).Says(TwoOnOnePhone.Phone, "ndashaka gupfa");
        Assert.Equal(Card.CallPayload, talks.LastOn(TwoOnOnePhone.Phone)[0].Buttons[0].Payload);
        talks.Presses(TwoOnOnePhone.Phone, "Keza");
        Assert.Single(talks.Facts.OfType<SafetyRaised>());
        Assert.NotNull(talks.Lane("p1").QuietUntil);
    }

    [Fact]
    public void A_named_patient_is_masked_before_it_is_kept_and_the_person_is_told()
    {
        var dialogue = AtQuestion().Says("Patient Jeanne Mukamana 0788123456");
        Assert.Contains("initials", dialogue.Last[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mukamana", RbcBot.Bot.Storage.StoredJson.Write(dialogue.Conversation), StringComparison.Ordinal);
        Assert.DoesNotContain("0788123456", RbcBot.Bot.Storage.StoredJson.Write(dialogue.Facts.OfType<AnswerGiven>().ToList()), StringComparison.Ordinal);
        Assert.Single(dialogue.Facts.OfType<PatientTextMasked>());
    }

    [Fact]
    public void The_persons_own_telephone_is_hers_to_give()
    {
        var form = Shipped.Form("application.xlsx");
        var phone = form.Questions.First(question => question.Name.Contains("phone", StringComparison.OrdinalIgnoreCase));
        var session = new Session("s", new PersonId("p"), "application", "A1", "Asking", form.Version, [], Noon, Noon, null, "en") { Asked = new Asked("1", phone.Path, [], [], 0) };
        var conversation = Conversation.New(new PersonId("p"), new Address("web", "a")) with { Sessions = [session], Front = "s" };
        var catalogue = new Catalogue([], new Dictionary<string, RbcBot.Core.Forms.Form> { [form.Version] = form }, Shipped.Library);
        Assert.True(Screening.Of(conversation, new Inbound(conversation.Address, "1", Said.Text("0788123456"), Noon), catalogue, Noon).IsClean);
        Assert.False(Screening.Of(conversation with { Front = null }, new Inbound(conversation.Address, "1", Said.Text("0788123456"), Noon), catalogue, Noon).IsClean);
    }

    static SendDecision Decide(Conversation conversation, TimeSpan after)
    {
        var now = conversation.LastHeard.GetValueOrDefault() + after;
        return SendPolicy.Decide(Standing.Of(conversation, false, now), new Intent(IntentKind.Nudge, "remind"), now, new SendRules(GuideB.Quiet, ChannelRule.Of, GuideB.Budget));
    }

    static Button First(Dialogue dialogue) => dialogue.Last[0].Buttons[0];

    static Button First(Turn turn) => turn.Replies[0].Buttons[0];

    static Turn Take(Said said)
    {
        var conversation = Conversation.New(new PersonId("p"), new Address("web", "a"));
        return Talk.Take(conversation, new Inbound(conversation.Address, "1", said, Noon), GuideB, Flows.All, Noon);
    }
}
