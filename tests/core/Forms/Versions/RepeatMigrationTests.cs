using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;

namespace RbcBot.Tests.Core.Forms.Versions;

public sealed class RepeatMigrationTests
{
    const string Older = "type|name|label\nbegin_repeat|child|Child\ntext|first|Name?\ninteger|age|Age?\nend_repeat\ntext|last|Else?";

    static readonly string[] Answers = ["child[1]/first", "Aline", "child[1]/age", "5", "child[2]", "yes", "child[2]/first", "Jean", "child[2]/age", "70", "child[3]", "no", "last", "x"];

    static Migration Moved(string newer)
    {
        var older = FormOf.Survey(Older);
        return Migration.Of(older, FormOf.Survey(newer), FormRun.Of(older, [], FormOf.Moment).Given(Answers).Answers, FormOf.Moment);
    }

    [Fact]
    public void Every_instance_comes_along()
    {
        var moved = Moved(Older.Replace("Else?", "Anything else?", StringComparison.Ordinal));

        Assert.Empty(moved.Dropped);
        Assert.Equal("child[1]/first=Aline child[1]/age=5 child[2]/first=Jean child[2]/age=70 last=x", moved.Run.Submitted());
        Assert.Null(moved.Run.Next);
    }

    [Fact]
    public void What_a_new_rule_refuses_is_asked_again_in_its_instance_alone()
    {
        var moved = Moved(Older.Replace("type|name|label", "type|name|label|constraint", StringComparison.Ordinal).Replace("Age?", "Age?|. < 18", StringComparison.Ordinal));

        Assert.Equal("/data/child[2]/age", Assert.Single(moved.Dropped).Path);
        Assert.Equal("/data/child[2]/age", moved.Run.Next?.Path);
    }

    [Fact]
    public void A_new_question_is_asked_in_every_instance()
    {
        var moved = Moved(Older.Replace("integer|age", "text|school|School?\ninteger|age", StringComparison.Ordinal));

        Assert.Empty(moved.Dropped);
        Assert.Equal("/data/child[1]/school", moved.Run.Next?.Path);
        Assert.Equal("/data/child[2]/school", moved.Run.Given("child[1]/school", "A").Next?.Path);
    }
}
