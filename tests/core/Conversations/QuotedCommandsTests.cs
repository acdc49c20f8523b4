using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Conversations;

public sealed partial class QuotedCommandsTests
{
    static readonly Dictionary<string, Command[]> Quoted = new()
    {
        ["talk.introduction"] = [Command.Help, Command.Menu, Command.Stop],
        ["talk.help"] =
        [
            Command.Menu, Command.Back, Command.Skip, Command.Why, Command.Pause, Command.Resume, Command.Language, Command.Link, Command.Share, Command.Privacy, Command.Stop, Command.MyData, Command.EraseMe,
        ],
        ["talk.ways-out"] = [Command.Pause, Command.Back, Command.Help],
        ["talk.ways-out.skip"] = [Command.Skip, Command.Pause, Command.Help],
        ["talk.paused"] = [Command.Resume],
        ["talk.stopped"] = [Command.Start],
        ["talk.started"] = [Command.Stop],
        ["talk.address.none"] = [Command.Link],
        ["talk.link.wait"] = [Command.Link],
        ["talk.link.wrong"] = [Command.Link],
        ["talk.nudge.last"] = [Command.Resume],
        ["talk.phone.named"] = [Command.Share],
        ["talk.phone.started"] = [Command.Stop],
        ["talk.phone.stopped"] = [Command.Start],
        ["talk.phone.waits"] = [Command.Share],
        ["template.invitation"] = [Command.Stop],
        ["template.last"] = [Command.Resume],
        ["template.lesson"] = [Command.Stop],
        ["template.letter"] = [Command.Stop],
        ["template.reminder"] = [Command.Resume, Command.Stop],
        ["interview.consent"] = [Command.Help],
        ["application.consent"] = [Command.Help],
        ["feedback.consent"] = [Command.Help],
        ["purposes.ask"] = [Command.Yes, Command.Withdraw],
        ["purposes.ask.one"] = [Command.Withdraw],
        ["purposes.ask.short"] = [Command.Yes, Command.Withdraw],
        ["purposes.ask.one.short"] = [Command.Withdraw],
        ["purposes.withdrawn"] = [Command.Privacy],
    };

    public static TheoryData<string> Keys => [.. Quoted.Keys];

    [Theory, MemberData(nameof(Keys))]
    public void A_word_that_a_sentence_offers_is_understood(string key) => Assert.All(Languages.All, language =>
        Assert.Equal(Quoted[key].Cast<Command?>(), Words(Text.Of(language, key)).Select(Commands.Read)));

    static IEnumerable<string> Words(string sentence) =>
        Quotation().Matches(sentence).Select(match => match.Groups[1].Value.Trim()).Where(word => !word.StartsWith('{'));

    [GeneratedRegex("[«“]([^»”]+)[»”]")]
    private static partial Regex Quotation();
}
