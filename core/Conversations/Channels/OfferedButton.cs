using System.Globalization;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Channels;

/// <summary>A button with the word by which it can be typed instead.</summary>
/// <param name="Label">As the channel shows it, ticked or not.</param>
/// <param name="Key">What a person writes instead of pressing: a number, a word or a letter.</param>
/// <param name="Way">Who understands the key.</param>
sealed record OfferedButton(Button Button, string Label, string Key, TypedWay Way)
{
    const string Done = "done";

    public string Payload => Button.Payload;

    /// <summary>Whether it may be left to a line of words when there is no room for it.</summary>
    public bool CanBeWord => Way == TypedWay.Word;

    /// <summary>Whether the buttons belong to a question that takes several choices.</summary>
    public static bool TakesSeveral(IReadOnlyList<Button> buttons) =>
        buttons.Any(button => button.Payload.StartsWith("q:", StringComparison.Ordinal) && Last(button.Payload) == Done);

    /// <summary>A button that is pressed only.</summary>
    public static OfferedButton Pressed(Button button, Capabilities channel) => new(button, Shown(button, channel), "", TypedWay.Letter);

    /// <summary>The buttons of a message in their order.</summary>
    public static IReadOnlyList<OfferedButton> All(IReadOnlyList<Button> buttons, Capabilities channel, Language language)
    {
        List<OfferedButton> all = [];
        var (numbers, letters) = (0, 0);
        foreach (var button in buttons)
        {
            var (label, shown) = (Written(button.Label, channel), Shown(button, channel));
            if (Word(button, label, language) is { } word)
                all.Add(new(button, shown, word, TypedWay.Word));
            else if (button.Role == ButtonRole.Answer && Commands.OfPayload(button.Payload) is { } command)
                all.Add(new(button, shown, YesOrNo(command, language) ?? Letter(letters++), YesOrNo(command, language) is null ? TypedWay.Letter : TypedWay.YesOrNo));
            else if (button.Role == ButtonRole.Answer && Number(button, ++numbers) is { } number)
                all.Add(new(button, shown, number, TypedWay.Number));
            else
                all.Add(new(button, shown, Letter(letters++), TypedWay.Letter));
        }
        return all;
    }

    static string Shown(Button button, Capabilities channel) => (button.IsTicked ? channel.Tick : "") + Written(button.Label, channel);

    internal static string Written(string text, Capabilities channel) => channel.IsSms ? GsmAlphabet.Plain(text) : text;

    /// <summary>The label as a word that the talk takes for what the button says; null when it would not.</summary>
    static string? Word(Button button, string label, Language language)
    {
        var (meant, isOwn) = (Commands.OfPayload(button.Payload), button.Payload.StartsWith("q:", StringComparison.Ordinal));
        if (isOwn && Last(button.Payload) == Done)
            return Text.Of(language, "talk.command.done").ToLower(Languages.Culture(language));
        var isUnderstood = isOwn ? Number(button, 0) is null && Commands.Read(label) is not null : meant is not null && Commands.Read(label) == meant;
        if (meant is Command.Yes or Command.No || !isUnderstood)
            return null;
        var word = new string([.. label.SkipWhile(letter => !char.IsLetterOrDigit(letter))]).TrimEnd('?', '!', '.', ' ', '\u00A0', '\u202F');
        return word.Length > 0 ? word.ToLower(Languages.Culture(language)) : null;
    }

    /// <summary>A question's options keep the number of their place, also when only some of them are shown; null when no number means the button.</summary>
    static string? Number(Button button, int place) =>
        button.Number > 0 ? button.Number.ToString(CultureInfo.InvariantCulture)
        : button.Payload.StartsWith("m:", StringComparison.Ordinal) ? null
        : !button.Payload.StartsWith("q:", StringComparison.Ordinal) ? place.ToString(CultureInfo.InvariantCulture)
        : int.TryParse(Last(button.Payload), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (index + 1).ToString(CultureInfo.InvariantCulture)
        : null;

    static string? YesOrNo(Command command, Language language) => command switch
    {
        Command.Yes => Text.Of(language, "channel.yes"),
        Command.No => Text.Of(language, "channel.no"),
        _ => null,
    };

    /// <summary>A to Z, then AA and on.</summary>
    static string Letter(int place) => (place < 26 ? "" : Letter(place / 26 - 1)) + (char)('A' + place % 26);

    static string Last(string payload) => payload[(payload.LastIndexOf(':') + 1)..];
}

/// <summary>Who understands what is typed instead of a button.</summary>
enum TypedWay
{
    /// <summary>The standing question: its options by their place.</summary>
    Number,

    /// <summary>The talk, as a command, at any time.</summary>
    Word,

    /// <summary>The talk, as yes or no.</summary>
    YesOrNo,

    /// <summary>Nobody but the message itself.</summary>
    Letter,
}
