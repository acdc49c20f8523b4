using System.Globalization;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What is said at a phone that several use while it is not known to whom: in all languages, and nothing of anybody's.</summary>
static class PhoneWords
{
    public const string New = "w:new", Person = "w:is:", Rename = "w:name:", Leave = "w:leave:", LeaveSurely = "w:gone:";

    const string Apart = " · ";

    /// <summary>A sentence, in the language when it is known and in all otherwise.</summary>
    public static string Say(Language? language, string key, params (string Name, object? Value)[] slots) => language is { } known
        ? Text.Of(known, key, slots)
        : Text.InAll("\n", key, slots);

    /// <summary>The names, and somebody new.</summary>
    public static IReadOnlyList<Button> Names(SharedPhone phone) =>
        [.. phone.Sharers.Select(sharer => new Button(sharer.Name, Person + sharer.Person)), new Button(Label(null, "talk.phone.other"), New)];

    /// <summary>What who is at the phone may change of herself.</summary>
    public static IReadOnlyList<Button> Own(SharedPhone phone, Sharer sharer) =>
    [
        new Button(Label(sharer.Language, "talk.phone.rename", ("name", sharer.Name)), Rename + sharer.Person),
        new Button(Label(sharer.Language, phone.Sharers.Count == 1 ? "talk.phone.only" : "talk.phone.leave", ("name", sharer.Name)), Leave + sharer.Person),
    ];

    /// <summary>What is asked, with the names to press.</summary>
    public static Outbound Question(Language? language, string key, IReadOnlyList<Button> buttons, params (string Name, object? Value)[] slots) =>
        new(Say(language, key, slots), buttons) { Language = language };

    /// <summary>The button that was pressed, or meant by its number or its label; null when none was.</summary>
    public static string? Meant(Said said, IReadOnlyList<Button> offered) => said.Kind switch
    {
        SaidKind.Choice when said.Words.StartsWith("w:", StringComparison.Ordinal) => said.Words,
        SaidKind.Text when int.TryParse(said.Words.Trim().TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number >= 1 && number <= offered.Count ? offered[number - 1].Payload : null,
        SaidKind.Text => offered.FirstOrDefault(button => button.Label.Split(Apart).Append(button.Label).Any(label => ShortName.IsSame(label, said.Words)))?.Payload,
        _ => null,
    };

    /// <summary>Whether it is the word for somebody new.</summary>
    public static bool IsOther(string name) => Languages.All.Any(language => ShortName.IsSame(Text.Of(language, "talk.phone.other"), name));

    /// <summary>The same knock on a door for whatever waits behind it, where a provider takes only texts that it approved before.</summary>
    public static Outbound Knock(Outbound message, TemplateUse template, Sharer sharer)
    {
        var language = message.Language ?? Texts.Language.En;
        var value = Text.Of(language, "talk.phone.for", ("name", sharer.Name));
        var name = template.Name == Nudges.Nudging.LastTemplate ? template.Name : "invitation";
        return new Outbound(Text.Of(language, $"template.{name}", ("1", value)))
        {
            IsNudge = message.IsNudge,
            Language = message.Language,
            ExpiresAt = message.ExpiresAt,
            Rest = message.Rest,
            Template = new TemplateUse(name, [value]),
        };
    }

    static string Label(Language? language, string key, params (string Name, object? Value)[] slots) => language is { } known
        ? Text.Of(known, key, slots)
        : Text.InAll(Apart, key, slots);
}
