using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Breaches;

/// <summary>What people are told of a breach that touched them: made of fixed words, so that it stands in three languages and names nobody.</summary>
public static class BreachNotice
{
    /// <summary>The first word of its due inbound.</summary>
    internal const string Kind = "notice";

    const char Between = '/', Plus = '+';

    /// <summary>The words of the due inbound: which breach, the day it was known, the kinds of data.</summary>
    public static string Words(Breach breach) =>
        $"{Kind}:{breach.Id}{Between}{KigaliTime.Day(breach.KnownAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{Between}{string.Join(Plus, breach.Kinds)}";

    /// <summary>The message as a person reads it.</summary>
    public static string Text(Language language, DateOnly day, IReadOnlyList<BreachKind> kinds, string contact) => Texts.Text.Of(
        language, "breach.notice", ("day", day.ToString("d MMMM yyyy", Languages.Culture(language))),
        ("kinds", string.Join(", ", kinds.Select(kind => Texts.Text.Of(language, KeyOf(kind))))),
        ("contact", contact.Length > 0 ? contact : "114"));

    /// <summary>The text key of a kind of data.</summary>
    public static string KeyOf(BreachKind kind) => $"breach.kind.{kind.ToString().ToLowerInvariant()}";

    internal static Nudge? Nudge(Scene scene, string words, string subject) =>
        subject.Split(Between) is [_, var date, var kinds] && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Nudge($"nudge/{words}", words, new TemplateUse("notice", [scene.Text("breach.title")]), on => Say(on, day, Kinds(kinds))) { IsAwaited = true }
            : null;

    static void Say(Scene scene, DateOnly day, IReadOnlyList<BreachKind> kinds) =>
        scene.Reply(new Outbound(Text(scene.Language, day, kinds, scene.Catalogue.Privacy.Contact), [scene.Button(Command.Privacy)]));

    static IReadOnlyList<BreachKind> Kinds(string words) =>
        [.. words.Split(Plus, StringSplitOptions.RemoveEmptyEntries).Where(word => Enum.TryParse<BreachKind>(word, out var kind) && Enum.IsDefined(kind)).Select(Enum.Parse<BreachKind>)];
}
