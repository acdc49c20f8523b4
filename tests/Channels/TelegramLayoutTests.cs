using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Channels;

public sealed class TelegramLayoutTests
{
    static readonly int Greatest = Capabilities.Telegram.LongestText;

    static readonly string LongLabel = new('x', ButtonRows.LongestSharing + 1);

    [Theory]
    [InlineData("Yego|Oya", "Yego Oya")]
    [InlineData("Rimwe|Kabiri|Gatatu", "Rimwe Kabiri Gatatu")]
    [InlineData("Rimwe|Kabiri|Gatatu|Kane", "Rimwe Kabiri/Gatatu Kane")]
    [InlineData("1|2|3|4|5", "1 2 3 4 5")]
    [InlineData("0|1|2|3|4|5|6|7|8|9|10", "0 1 2 3/4 5 6 7/8 9 10")]
    [InlineData("exactly-18-letters|B", "exactly-18-letters B")]
    public void Short_answers_share_rows(string labels, string rows) =>
        Assert.Equal(rows, Layout([.. labels.Split('|').Select(label => new Button(label, "q:1:0"))]));

    [Fact]
    public void One_long_label_gives_every_answer_its_own_row() =>
        Assert.Equal($"A/{LongLabel}/B", Layout([new("A", "q"), new(LongLabel, "q"), new("B", "q")]));

    [Fact]
    public void Commands_stand_in_the_last_rows() =>
        Assert.Equal("A B/Subira Menu", Layout([new("Subira", "c", ButtonRole.Command), new("A", "q"), new("Menu", "c", ButtonRole.Command), new("B", "q")]));

    [Fact]
    public void Five_commands_stand_in_two_rows() =>
        Assert.Equal("1 2 3/4 5", Layout([.. "12345".Select(each => new Button($"{each}", "c", ButtonRole.Command))]));

    [Fact]
    public void Nothing_to_press_is_no_keyboard() => Assert.Null(Keyboard.Of([]));

    [Fact]
    public void A_text_that_fits_stays_whole() => Assert.Single(LongText.Parts(new string('x', Greatest), Greatest));

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    [InlineData(". ")]
    [InlineData(" ")]
    public void A_long_text_is_cut_at_its_last_border(string border) =>
        Assert.Equal([4000, 3000], LongText.Parts(new string('a', 4000) + border + new string('b', 3000), Greatest).Select(part => part.TrimEnd('.').Length));

    [Fact]
    public void A_cut_never_goes_through_a_sign()
    {
        var parts = LongText.Parts("x" + string.Concat(Enumerable.Repeat("👩‍⚕️", 2000)), Greatest);
        Assert.All(parts.Skip(1), part => Assert.StartsWith("👩", part, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.True(part.Length <= Greatest));
    }

    static string Layout(IReadOnlyList<Button> buttons) => string.Join('/', Keyboard.Of(Rendering.Of(new Outbound("?", buttons), Capabilities.Telegram, Language.En)[^1].Rows)!.InlineKeyboard
        .Select(row => string.Join(' ', row.Select(button => button.Text))));
}
