using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using RbcBot.Admin.Rights;
using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Shared;

/// <summary>Who looks at a page, where and in which language.</summary>
public sealed class Visit(IHttpContextAccessor accessor, TimeProvider clock)
{
    public const string LanguageCookie = "rbc-language";

    HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A visit is a request.");

    /// <summary>The chosen language, else the browser's, else English.</summary>
    public Language Language =>
        Languages.Parse(Http.Request.Cookies[LanguageCookie])
        ?? Http.Request.Headers.AcceptLanguage.ToString().Split(',')
            .Select(part => Languages.Parse(part.Split(';')[0])).FirstOrDefault(known => known is not null)
        ?? Language.En;

    public string Code => Languages.Code(Language);

    public CultureInfo Culture => Languages.Culture(Language);

    /// <summary>Path and query of the page.</summary>
    public string Address => Http.Request.Path + Http.Request.QueryString;

    public string Path => Http.Request.Path;

    /// <summary>Whether the page can be asked for again by its address: not when it answers a form that was sent.</summary>
    public bool IsRead => HttpMethods.IsGet(Http.Request.Method);

    /// <summary>What the address says under a name; "" when nothing.</summary>
    public string Asked(string name) => Http.Request.Query[name].ToString();

    /// <summary>The page's address with some of it changed: null or "" leaves a name out.</summary>
    public string With(params IReadOnlyList<(string Name, string? Value)> changes)
    {
        var query = new QueryBuilder(
            Http.Request.Query.Where(one => changes.All(change => change.Name != one.Key)).SelectMany(one => one.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(one.Key, value!))));
        foreach (var (name, value) in changes)
            if (value is { Length: > 0 })
                query.Add(name, value);
        return Path + query;
    }

    /// <summary>How the address asks a list to be sorted and paged; as usual when it asks for what the list does not have.</summary>
    internal TableOrder Order(string usual, params IReadOnlyCollection<string> columns) =>
        TableOrder.Of(Http.Request.Query, usual, columns) ?? new TableOrder(usual.TrimStart('-'), usual.StartsWith('-'), 1, "");

    /// <summary>The sign-in name; null outside.</summary>
    public string? Name => Http.User.Identity?.Name;

    /// <summary>Whether the visitor has a right: pages show only what one may do.</summary>
    internal bool May(Right right) => RightsTable.May(Http.User, right);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What to name when somebody reports a problem.</summary>
    public string Trace => Http.TraceIdentifier;

    /// <summary>By which a page names a script of its own, as in script nonce="…"; without it none runs.</summary>
    public string Nonce => PagePolicy.Nonce(Http);

    public string Say(string key, params (string Name, object? Value)[] slots) => Text.Of(Language, key, slots);

    public string Number(double number, int decimals = 0) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    public string Percent(double share, int decimals = 0) =>
        (share * 100).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture) + " %";

    /// <summary>Day and time in Kigali.</summary>
    public string Moment(DateTimeOffset at) => KigaliTime.Of(at).ToString("d MMM yyyy, HH:mm", Culture);

    public string Day(DateTimeOffset at) => KigaliTime.Of(at).ToString("d MMM yyyy", Culture);

    /// <summary>Month and year in Kigali.</summary>
    public string Month(DateTimeOffset at) => KigaliTime.Of(at).ToString("MMM yyyy", Culture);

    /// <summary>This day in full, with its weekday.</summary>
    public string Today => KigaliTime.Of(Now).ToString("dddd d MMMM yyyy", Culture);
}
