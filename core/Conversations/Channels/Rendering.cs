using System.Text;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Channels;

/// <summary>A message as a channel shows it. Nothing is cut: what does not fit as buttons becomes a list, then numbered text, in several messages when it is long.</summary>
public static class Rendering
{
    /// <param name="language">Of the few words that a channel adds: what opens a list, yes and no.</param>
    public static IReadOnlyList<ChannelMessage> Of(Outbound message, Capabilities channel, Language language)
    {
        var text = OfferedButton.Written(message.Text, channel);
        if (message.Buttons.Count == 0)
            return [.. LongText.Parts(text, channel.LongestText).Select(part => new ChannelMessage(part) { Sms = channel.IsSms ? SmsLength.Of(part) : null })];
        // Ticking takes a message that can be redrawn; elsewhere several choices are written: "1 3 4".
        var isWritten = !channel.CanEdit && OfferedButton.TakesSeveral(message.Buttons);
        var messages = (isWritten ? null : Pressed(text, message.Buttons, channel)) ?? Typed(text, OfferedButton.All(message.Buttons, channel, language), isWritten, channel, language);
        return channel.IsSms ? [.. messages.Select(part => part with { Sms = SmsLength.Of(part.Text) })] : messages;
    }

    /// <summary>Where all can be pressed side by side as it is, no words for it are looked for: what nearly every message comes to.</summary>
    static IReadOnlyList<ChannelMessage>? Pressed(string text, IReadOnlyList<Button> buttons, Capabilities channel)
    {
        if (channel.Buttons is not { InRows: true } limits || buttons.Count > limits.Most)
            return null;
        var shown = new OfferedButton[buttons.Count];
        for (var place = 0; place < shown.Length; place++)
        {
            shown[place] = OfferedButton.Pressed(buttons[place], channel);
            if (!Fits(shown[place], limits))
                return null;
        }
        return Under(text, limits.LongestBody, channel, last => last with { Rows = Rows(shown, limits, button => button.Label) });
    }

    static IReadOnlyList<ChannelMessage> Typed(string text, IReadOnlyList<OfferedButton> offered, bool isWritten, Capabilities channel, Language language) =>
        (isWritten ? null : Buttons(text, offered, channel, language) ?? List(text, offered, channel, language) ?? Numbers(text, offered, channel))
            ?? Written(text, offered, channel, language);

    static IReadOnlyList<ChannelMessage>? Buttons(string text, IReadOnlyList<OfferedButton> offered, Capabilities channel, Language language)
    {
        if (channel.Buttons is not { } limits || Fitting(offered, limits.Most, button => Fits(button, limits)) is not { } shown)
            return null;
        // WhatsApp refuses two reply buttons of one title.
        if (!limits.InRows && shown.DistinctBy(button => button.Label).Count() < shown.Count)
            return null;
        return Under(Worded(text, offered.Except(shown), language), limits.LongestBody, channel, last => last with { Rows = Rows(shown, limits, button => button.Label) });
    }

    static IReadOnlyList<ChannelMessage>? List(string text, IReadOnlyList<OfferedButton> offered, Capabilities channel, Language language)
    {
        if (channel.List is not { } limits || Fitting(offered, limits.Most, button => Fits(button, limits)) is not { } shown)
            return null;
        var isShort = shown.All(button => button.Label.Length <= limits.LongestTitle);
        ChannelRow[] rows = [.. shown.Select(button => isShort || button.CanBeWord && button.Label.Length <= limits.LongestTitle
            ? new ChannelRow(button.Label, "", button.Payload)
            : new ChannelRow(button.Key, button.Label, button.Payload))];
        return Under(Worded(text, offered.Except(shown), language), limits.LongestBody, channel,
            last => last with { List = new(Text.Of(language, "channel.open"), rows) });
    }

    /// <summary>Where many buttons stand under a text but a label is too long for one: the labels are written, the buttons say their numbers.</summary>
    static IReadOnlyList<ChannelMessage>? Numbers(string text, IReadOnlyList<OfferedButton> offered, Capabilities channel)
    {
        if (channel.Buttons is not { InRows: true } limits || offered.Count > limits.Most || offered.Any(button => Size(button) > limits.LongestPayload))
            return null;
        string[] lines = [.. offered.Where(button => !button.CanBeWord).Select(Line)];
        return Under(Lined(text, lines), limits.LongestBody, channel, last => last with { Rows = Rows(offered, limits, Name) });
    }

    static IReadOnlyList<ChannelMessage> Written(string text, IReadOnlyList<OfferedButton> offered, Capabilities channel, Language language)
    {
        string[] lines = [.. offered.Where(button => !button.CanBeWord).Select(Line)];
        ChannelButton[] letters = [.. offered.Where(button => button.Way == TypedWay.Letter).Select(button => new ChannelButton(button.Key, button.Payload))];
        var whole = Worded(Lined(text, lines), offered.Where(button => button.CanBeWord), language);
        return [.. LongText.Parts(OfferedButton.Written(whole, channel), channel.LongestText).Select(part => new ChannelMessage(part) { Letters = letters })];
    }

    /// <summary>All buttons when they fit, else all that no word stands for; null when not even these fit.</summary>
    static IReadOnlyList<OfferedButton>? Fitting(IReadOnlyList<OfferedButton> offered, int most, Func<OfferedButton, bool> fits)
    {
        if (offered.Count <= most && offered.All(fits))
            return offered;
        OfferedButton[] needed = [.. offered.Where(button => !button.CanBeWord)];
        return needed.Length > 0 && needed.Length <= most && needed.All(fits) ? needed : null;
    }

    static bool Fits(OfferedButton button, ButtonLimits limits) => button.Label.Length <= limits.LongestLabel && Size(button) <= limits.LongestPayload;

    static bool Fits(OfferedButton button, ListLimits limits) =>
        button.Label.Length <= Math.Max(limits.LongestTitle, limits.LongestDescription) && Size(button) <= limits.LongestPayload;

    static int Size(OfferedButton button) => Encoding.UTF8.GetByteCount(button.Payload);

    static IReadOnlyList<IReadOnlyList<ChannelButton>> Rows(IReadOnlyList<OfferedButton> shown, ButtonLimits limits, Func<OfferedButton, string> name)
    {
        ChannelButton[] Role(ButtonRole role) => [.. shown.Where(button => button.Button.Role == role).Select(button => new ChannelButton(name(button), button.Payload))];
        return limits.InRows
            ? ButtonRows.Of(Role(ButtonRole.Answer), Role(ButtonRole.Aid), Role(ButtonRole.Command))
            : [.. shown.Select(button => new[] { new ChannelButton(name(button), button.Payload) })];
    }

    /// <summary>The text in messages, the last of them short enough to stand above what is pressed.</summary>
    static IReadOnlyList<ChannelMessage> Under(string text, int longestBody, Capabilities channel, Func<ChannelMessage, ChannelMessage> dressed)
    {
        var parts = text.Length <= longestBody ? [text] : LongText.Parts(text, channel.LongestText);
        IReadOnlyList<string> all = parts[^1].Length <= longestBody ? parts : [.. parts.SkipLast(1), .. LongText.Parts(parts[^1], longestBody)];
        var last = dressed(new ChannelMessage(all[^1]));
        return all.Count == 1 ? [last] : [.. all.SkipLast(1).Select(part => new ChannelMessage(part)), last];
    }

    static string Name(OfferedButton button) => button.CanBeWord ? button.Label : button.Button.IsTicked ? "✅ " + button.Key : button.Key;

    static string Line(OfferedButton button) => button.Way switch
    {
        TypedWay.YesOrNo => $"{button.Key}: {button.Label}",
        TypedWay.Number or TypedWay.Letter or TypedWay.Word => $"{button.Key}. {button.Label}",
        _ => throw new ArgumentOutOfRangeException(nameof(button)),
    };

    static string Lined(string text, IReadOnlyList<string> lines) => lines.Count == 0 ? text : text + "\n\n" + string.Join("\n", lines);

    static string Worded(string text, IEnumerable<OfferedButton> words, Language language) =>
        string.Join(", ", words.Select(word => word.Key)) is { Length: > 0 } all ? text + "\n\n" + Text.Of(language, "channel.words", ("words", all)) : text;
}
