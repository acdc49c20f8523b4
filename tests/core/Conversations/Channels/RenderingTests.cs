using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Conversations.Channels;

public sealed class RenderingTests
{
    static readonly Button Skip = new("Skip", "c:skip", ButtonRole.Command), Menu = new("☰ Menu", "c:menu", ButtonRole.Command);

    [Fact]
    public void Three_short_choices_are_reply_buttons_and_commands_a_line_of_words()
    {
        var message = Assert.Single(On(Capabilities.WhatsApp, "Which?", [.. Options("Yes", "No", "Perhaps"), Skip, Menu]));
        Assert.Equal(["Yes", "No", "Perhaps"], message.Rows.Select(row => Assert.Single(row).Label));
        Assert.Equal("Which?\n\nYou can also write: skip, menu.", message.Text);
    }

    [Theory]
    [InlineData(3, 20, "buttons")]
    [InlineData(3, 21, "list")]
    [InlineData(4, 20, "list")]
    [InlineData(10, 24, "list")]
    [InlineData(11, 24, "text")]
    [InlineData(10, 72, "list")]
    [InlineData(4, 73, "text")]
    public void WhatsApp_goes_from_buttons_to_a_list_to_numbers(int count, int length, string shape)
    {
        var labels = Enumerable.Range(0, count).Select(index => ((char)('a' + index)).ToString().PadRight(length, 'x')).ToArray();
        var message = On(Capabilities.WhatsApp, "Which?", [.. Options(labels), Menu])[^1];
        Assert.Equal(shape, message.List is not null ? "list" : message.Rows.Count > 0 ? "buttons" : "text");
    }

    [Fact]
    public void A_row_too_long_for_a_title_is_described_under_its_number()
    {
        var message = Assert.Single(On(Capabilities.WhatsApp, "Which?", Options("A", new string('b', 60))));
        Assert.Equal([("1", "A"), ("2", new string('b', 60))], message.List!.Rows.Select(row => (row.Title, row.Description)));
    }

    [Fact]
    public void A_text_too_long_to_stand_above_buttons_goes_before_them()
    {
        var messages = On(Capabilities.WhatsApp, string.Concat(Enumerable.Repeat("A sentence of thirty letters.. ", 60)), Options("Yes", "No"));
        Assert.All(messages.SkipLast(1), message => Assert.Empty(message.Rows));
        Assert.True(messages[^1].Text.Length <= 1024 && messages[^1].Rows.Count == 2);
    }

    [Fact]
    public void Several_choices_are_ticked_where_a_message_can_change_and_written_elsewhere()
    {
        Button[] buttons = [.. Options("Fever", "Cough"), new("Done", "q:1:done")];
        Assert.NotEmpty(Assert.Single(On(Capabilities.Telegram, "Which?", buttons)).Rows);
        Assert.Equal("Which?\n\n1. Fever\n2. Cough\n\nYou can also write: done.", Assert.Single(On(Capabilities.WhatsApp, "Which?", buttons)).Text);
    }

    [Fact]
    public void Sms_writes_typography_in_its_own_alphabet()
    {
        var message = Assert.Single(On(Capabilities.Sms, "3/20 · Urwaye “igicuri” – niba ari byo…", Options("Yego"), Language.Rw));
        Assert.Equal("3/20 - Urwaye \"igicuri\" - niba ari byo...\n\n1. Yego", message.Text);
        Assert.Equal((SmsEncoding.Gsm7, 1), (message.Sms!.Encoding, message.Sms.Segments));
    }

    [Fact]
    public void Sms_notes_letters_that_make_it_dearer() =>
        Assert.Equal(["ê"], Assert.Single(On(Capabilities.Sms, "Êtes-vous prêt ? Oui".Replace("Ê", "E", StringComparison.Ordinal), [])).Sms!.Foreign);

    [Fact]
    public void Yes_and_no_are_written_as_words()
    {
        var message = Assert.Single(On(Capabilities.Sms, "?", [new("Ohereza", "c:yes"), new("Kosora", "c:no")], Language.Rw));
        Assert.Equal("?\n\nyego: Ohereza\noya: Kosora", message.Text);
    }

    [Fact]
    public void What_no_word_stands_for_gets_a_letter_that_the_message_explains()
    {
        var message = Assert.Single(On(Capabilities.Sms, "?", [new("Take it back", "m:withdraw", ButtonRole.Command), Menu]));
        Assert.Equal("?\n\nA. Take it back\n\nYou can also write: menu.", message.Text);
        Assert.Equal(("m:withdraw", null), (message.PayloadOf("a."), message.PayloadOf("b")));
    }

    [Fact]
    public void On_Telegram_a_label_too_long_for_a_button_is_written_out()
    {
        var message = Assert.Single(On(Capabilities.Telegram, "Which?", [.. Options("A", new string('b', 65)), Menu]));
        Assert.Equal("Which?\n\n1. A\n2. " + new string('b', 65), message.Text);
        Assert.Equal(["1", "2", "☰ Menu"], message.Rows.SelectMany(row => row).Select(button => button.Label));
    }

    internal static Button[] Options(params string[] labels) => [.. labels.Select((label, index) => new Button(label, $"q:1:{index}"))];

    static IReadOnlyList<ChannelMessage> On(Capabilities channel, string text, IReadOnlyList<Button> buttons, Language language = Language.En) =>
        Rendering.Of(new Outbound(text, buttons), channel, language);
}
