using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations;

public sealed class FormMigrationTests
{
    [Fact]
    public void Nothing_is_said_when_the_session_moves() => Assert.Empty(TwoVersions.Begun().Says("1").Moved().Last);

    [Fact]
    public void What_was_answered_before_stays_in_the_history()
    {
        var dialogue = TwoVersions.Begun().Says("3").Moved();
        Assert.Contains(dialogue.Facts.OfType<AnswerGiven>(), fact => fact is { Path: "/data/place", Value: "other" });
        var moved = Assert.Single(dialogue.Facts.OfType<SessionMigrated>());
        Assert.Equal((TwoVersions.Old.Version, TwoVersions.New.Version, "other"), (moved.From, moved.To, Assert.Single(moved.Dropped).Value));
    }

    [Fact]
    public void Moving_twice_moves_once() => Assert.Single(TwoVersions.Begun().Says("1").Moved().Moved().Facts.OfType<SessionMigrated>());

    [Fact]
    public void A_question_whose_words_are_the_same_still_stands()
    {
        var dialogue = TwoVersions.Begun().Says("1").Says("2015");
        var asked = Session(dialogue).Asked;
        Assert.Equal(asked?.Token, Session(dialogue.Moved()).Asked?.Token);
    }

    [Fact]
    public void A_question_whose_choices_changed_stands_no_more() => Assert.Null(Session(TwoVersions.Begun().Moved()).Asked);

    [Fact]
    public void Who_has_not_begun_simply_begins_with_the_new_form()
    {
        var session = Session(new Dialogue(TwoVersions.Catalogue).Enters(TwoVersions.Code).Says("rw").Moved());
        Assert.Equal((TwoVersions.New.Version, "Consenting", null), (session.FormVersion, session.State, session.Improved));
    }

    [Fact]
    public void A_review_with_a_gap_goes_back_to_asking() =>
        Assert.Equal("Asking", Session(Reviewing().Moved()).State);

    [Fact]
    public void A_submitted_session_stays_on_its_version() =>
        Assert.Equal(TwoVersions.Old.Version, Session(Submitted().Moved()).FormVersion);

    [Fact]
    public void A_submitted_session_that_is_moved_on_purpose_keeps_what_was_submitted()
    {
        var dialogue = Submitted();
        var before = Session(dialogue);
        var after = Session(dialogue.Moved(isForSubmitted: true));
        Assert.Equal((TwoVersions.New.Version, before.State, before.Submitted, null), (after.FormVersion, after.State, after.Submitted, after.Improved));
        Assert.Equal<GivenAnswer>(before.Submission, after.Submission);
    }

    [Theory]
    [InlineData("migrate:V1:no-such-version")]
    [InlineData("migrate:V1")]
    [InlineData("migrate:")]
    [InlineData("migrate")]
    public void A_version_that_is_not_there_moves_nobody(string subject) =>
        Assert.Equal(TwoVersions.Old.Version, Session(TwoVersions.Begun().Hears(subject)).FormVersion);

    static Dialogue Reviewing() => TwoVersions.Begun().Says("1").Says("2015").Says("12").Says("Igihe.");

    static Dialogue Submitted() => Reviewing().Presses("Ohereza");

    static Session Session(Dialogue dialogue) => Assert.Single(dialogue.Conversation.Sessions);
}
