using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RbcBot.Bot.Guarding;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Access;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Erasing;

/// <summary>All that is kept of a person, under a link that only she was given: to be read, and as a file.</summary>
sealed class AccessPages(AccessLinks links, ITurns turns, IOutbox outbox, IReminders reminders, IEnrolments enrolments, IRecords records, ICatalogues catalogues) : IDisposable
{
    /// <summary>Messages that are shown of each address, the latest.</summary>
    const int MostMessages = 2_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    readonly AddressLimit limit = new(perSecond: 1, burst: 10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/{AccessLinks.Path}/{{secret}}", (string secret, HttpContext http, AccessPages pages) => pages.AnswerAsync(secret, http, isFile: false, isJson: false)).AllowAnonymous();
        routes.MapGet($"/{AccessLinks.Path}/{{secret}}/my-data.html", (string secret, HttpContext http, AccessPages pages) => pages.AnswerAsync(secret, http, isFile: true, isJson: false)).AllowAnonymous();
        routes.MapGet($"/{AccessLinks.Path}/{{secret}}/my-data.json", (string secret, HttpContext http, AccessPages pages) => pages.AnswerAsync(secret, http, isFile: true, isJson: true)).AllowAnonymous();
    }

    public void Dispose() => limit.Dispose();

    async Task<IResult> AnswerAsync(string secret, HttpContext http, bool isFile, bool isJson)
    {
        Close(http);
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return Results.Text("", statusCode: StatusCodes.Status429TooManyRequests);
        if (await links.OwnerAsync(secret, http.RequestAborted) is not { } person || await records.ConversationAsync(person, http.RequestAborted) is not { } talk)
            return Results.Text(AccessHtml.Over(), "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        var record = await RecordAsync(await turns.LoadAsync(person, talk.Address, http.RequestAborted), http.RequestAborted);
        if (isFile)
            http.Response.Headers.ContentDisposition = $"attachment; filename=my-data.{(isJson ? "json" : "html")}";
        return isJson ? Results.Text(JsonSerializer.Serialize(AccessFile.Of(record), Json), "application/json; charset=utf-8") : Results.Text(AccessHtml.Of(record, isFile ? null : secret), "text/html; charset=utf-8");
    }

    async Task<AccessRecord> RecordAsync(Conversation hers, CancellationToken stop)
    {
        var record = AccessRecord.Of(hers, catalogues.Current, hers.Language ?? Language.En);
        List<AccessMessage> messages = [];
        // What is said on a phone that several use is not hers alone.
        foreach (var address in hers.Reaches.Where(reach => reach.As is null && hers.Shared is not { IsShared: true }).Select(reach => reach.Address).Append(hers.Address).Distinct()
            .Where(address => hers.Reaches.All(reach => reach.Address != address || reach.As is null) && hers.Shared?.At != address))
            messages.AddRange((await outbox.LastAsync(address, MostMessages, stop)).Select(sending => new AccessMessage(sending.DueAt, address.Channel, AccessLinks.Hidden(sending.Message.Text))));
        return record with
        {
            Messages = [.. messages.OrderBy(message => message.At)],
            Reminders = await reminders.OfAsync(hers.Person, stop),
            Places = [.. (await enrolments.ListAsync(stop)).Where(one => one.Person == hers.Person).Select(one => one.Module)],
        };
    }

    // Nothing keeps it, nothing is loaded by it, and nobody is told where it was.
    static void Close(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

/// <summary>The record as a file for programs.</summary>
sealed record AccessFile(
    string Person, string Language, IReadOnlyList<string> Addresses, string CarriedBy, IReadOnlyList<object> Consents, IReadOnlyList<object> Work, IReadOnlyList<string> Places,
    IReadOnlyList<AccessMessage> Messages, IReadOnlyList<object> Reminders, string? ErasedOn)
{
    public static AccessFile Of(AccessRecord record) => new(
        record.Person.Value, Languages.Code(record.Language), [.. record.Addresses.Select(address => address.ToString())], record.Carriers,
        [.. record.Consents.Select(consent => new { consent.Purpose, consent.Version, Language = Languages.Code(consent.Language), consent.Given, consent.At })],
        [.. record.Work.Select(work => new
        {
            work.Title, work.Session.Flow, work.Session.Subject, work.Session.Started, work.Session.Touched, work.Session.Submitted, work.Session.Language, work.Answers,
        })],
        record.Places, record.Messages, [.. record.Reminders.Select(reminder => new { reminder.Subject, reminder.DueAt })],
        record.ErasedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
