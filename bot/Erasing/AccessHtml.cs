using System.Globalization;
using System.Net;
using System.Text;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations.Access;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Erasing;

/// <summary>The record as a page without style or script, for the cheapest phone.</summary>
static class AccessHtml
{
    /// <summary>A link that is nobody's, or over.</summary>
    public static string Over() => Page("en", Text.Of(Language.En, "access.page.title"), string.Concat(Languages.All.Select(language =>
        $"<p lang=\"{Languages.Code(language)}\">{Safe(Text.Of(language, "access.page.over"))}</p>")));

    /// <param name="secret">Of the link, for the files under it; null in a file.</param>
    public static string Of(AccessRecord record, string? secret)
    {
        var (language, body) = (record.Language, new StringBuilder());
        string Say(string key, params (string, object?)[] slots) => Safe(Text.Of(language, key, slots));
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Say("access.page.title")}</h1>");
        if (secret is not null)
            body.Append(CultureInfo.InvariantCulture, $"<p><a href=\"/{AccessLinks.Path}/{secret}/my-data.html\">{Say("access.page.html")}</a> · <a href=\"/{AccessLinks.Path}/{secret}/my-data.json\">{Say("access.page.json")}</a></p>");
        List(body, [Say("access.number", ("number", record.Person.Value)), Say("access.language", ("language", Text.Of(language, "language.name"))),
            Say("access.reach", ("addresses", string.Join(", ", record.Addresses.Select(address => Channel(address.Channel, language) + " " + address.Value)))),
            Say("access.receivers", ("carriers", record.Carriers.Length > 0 ? record.Carriers : Text.Of(language, "access.receivers.own"))),
            .. record.ErasedOn is { } day ? [Say("erase.waiting", ("date", KigaliTime.Written(language, day)))] : new[] { Say("access.rights") }]);
        Section(body, Say("access.page.consents"), record.Consents.Select(consent => Say("access.consent",
            ("purpose", record.PurposeOf(consent)), ("answer", Text.Of(language, consent.Given ? "access.yes" : "access.no")), ("date", $"{KigaliTime.Written(language, consent.At)} ({consent.Version}, {Languages.Code(consent.Language)})"))));
        foreach (var work in record.Work)
            Section(body, Safe($"{work.Title} ({KigaliTime.Written(language, work.Session.Started)})"), work.Answers.Select(answer => $"{Safe(answer.Question)}: <bdi>{Safe(answer.Words)}</bdi>"));
        Section(body, Say("access.page.places"), record.Places.Select(Safe));
        Section(body, Say("access.page.reminders"), record.Reminders.Select(reminder => Safe($"{(reminder.DueAt is { } due ? KigaliTime.Written(language, due) : "")} {reminder.Subject}")));
        Section(body, Say("access.page.messages"), record.Messages.Select(message => $"{Moment(message.At)} {Safe(Channel(message.Channel, language))}: <bdi>{Safe(message.Text)}</bdi>"));
        return Page(Languages.Code(language), Text.Of(language, "access.page.title"), body.ToString());
    }

    static void Section(StringBuilder body, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        body.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>");
        List(body, all);
    }

    static void List(StringBuilder body, IReadOnlyList<string> lines) => body.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{line}</li>")).Append("</ul>");

    static string Page(string language, string title, string body) =>
        $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Safe(title)}</title></head><body><main>{body}</main></body></html>";

    static string Channel(string channel, Language language) => Text.Has(language, $"talk.channel.{channel}") ? Text.Of(language, $"talk.channel.{channel}") : channel;

    static string Safe(string text) => WebUtility.HtmlEncode(Shown.Of(text));

    static string Moment(DateTimeOffset moment) => KigaliTime.Of(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
