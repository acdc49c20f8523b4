using System.Text;
using CsCheck;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Conversations.Channels;

public sealed class RenderingProperties
{
    const string Letters = "abcdefghij éê’.€";

    static readonly Gen<Outbound> Messages =
        from text in Words(1, 6000)
        from count in Gen.Int[0, 60]
        from labels in Words(1, 100).Array[count]
        from commands in Gen.Int[0, 4]
        from several in Gen.Bool
        select new Outbound(text, [.. Options(labels, several), .. Commanding(commands)]);

    static readonly Gen<Capabilities> Channels = Gen.Int[0, Capabilities.All.Count].Select(index => index < Capabilities.All.Count ? Capabilities.All[index] : Capabilities.WhatsAppByTwilio);

    [Fact]
    public void No_option_is_lost_and_none_is_shown_twice() => Gen.Select(Messages, Channels).Sample((message, channel) =>
    {
        var shown = Shown(message, channel);
        foreach (var button in message.Buttons.Where(button => button.Role == ButtonRole.Answer && button.Payload != "q:1:done"))
            Assert.Equal(1, Count(shown, Written(button.Label, channel)));
    });

    [Fact]
    public void Nothing_passes_a_limit_of_the_channel() => Gen.Select(Messages, Channels).Sample((message, channel) =>
    {
        foreach (var part in Rendering.Of(message, channel, Language.Rw))
        {
            var buttons = part.Rows.SelectMany(row => row).ToList();
            Assert.InRange(part.Text.Length, 1, channel.LongestText);
            Assert.True(buttons.Count == 0 || (part.Text.Length <= channel.Buttons!.LongestBody && buttons.Count <= channel.Buttons.Most));
            Assert.All(buttons, button => Assert.True(button.Label.Length <= channel.Buttons!.LongestLabel && Encoding.UTF8.GetByteCount(button.Payload) <= channel.Buttons.LongestPayload));
            Assert.True(part.List is null || (part.Text.Length <= channel.List!.LongestBody && part.List.Rows.Count <= channel.List.Most && part.List.Opener.Length <= channel.List.LongestOpener));
            Assert.All(part.List?.Rows ?? [], row => Assert.True(row.Title.Length <= channel.List!.LongestTitle && row.Description.Length <= channel.List.LongestDescription));
        }
    });

    [Fact]
    public void No_sentence_of_the_text_is_lost() => Gen.Select(Messages, Channels).Sample((message, channel) =>
        Assert.StartsWith(Dense(Written(message.Text, channel)), Dense(string.Concat(Rendering.Of(message, channel, Language.Fr).Select(part => part.Text))), StringComparison.Ordinal));

    [Fact]
    public void Every_button_can_be_pressed_or_written() => Gen.Select(Messages, Channels).Sample((message, channel) =>
    {
        var parts = Rendering.Of(message, channel, Language.En);
        var pressed = parts.SelectMany(part => part.Rows.SelectMany(row => row).Select(button => button.Payload).Concat(part.List?.Rows.Select(row => row.Payload) ?? [])).ToHashSet();
        var text = string.Concat(parts.Select(part => part.Text + "\n"));
        foreach (var button in message.Buttons.Where(button => !pressed.Contains(button.Payload)))
            Assert.Contains(Typed(button), text, StringComparison.Ordinal);
    });

    /// <summary>All that stands in front of the person, in one string; labels carry marks of their own, so each can be counted.</summary>
    static string Shown(Outbound message, Capabilities channel) => Dense(string.Concat(Rendering.Of(message, channel, Language.En).Select(part =>
        part.Text + string.Concat(part.Rows.SelectMany(row => row).Select(button => button.Label + "|"))
        + string.Concat(part.List?.Rows.Select(row => row.Title + "|" + row.Description + "|") ?? []))));

    /// <summary>What a person writes instead of the button: the number of an option, the word of a command.</summary>
    static string Typed(Button button) => int.TryParse(button.Payload.Split(':')[^1], out var index)
        ? $"\n{index + 1}. "
        : button.Label.ToLowerInvariant().Trim('☰', '?', ' ');

    static string Written(string text, Capabilities channel) => channel.IsSms ? GsmAlphabet.Plain(text) : text;

    static int Count(string shown, string label) => shown.Split(Dense(label)).Length - 1;

    static string Dense(string text) => string.Concat(text.Where(letter => letter is not (' ' or '\n')));

    static IEnumerable<Button> Options(string[] labels, bool several) =>
        labels.Select((label, index) => new Button($"<{index}_{label.Trim()}>", $"q:1:{index}", IsTicked: several && index % 3 == 0))
            .Concat(several && labels.Length > 0 ? [new Button("Done", "q:1:done")] : Array.Empty<Button>());

    static IEnumerable<Button> Commanding(int count) => new[] { Command.Skip, Command.Why, Command.Back, Command.Menu }.Take(count)
        .Select(command => new Button(Text.Of(Language.En, $"talk.command.{command.ToString().ToLowerInvariant()}"), Commands.Payload(command), ButtonRole.Command));

    static Gen<string> Words(int least, int most) => Gen.Int[least, most].SelectMany(length => Gen.Char[Letters].Array[length].Select(letters => new string(letters)))
        .Where(words => words.Trim(' ', '.').Length > 0);
}
