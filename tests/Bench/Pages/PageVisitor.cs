using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Admin.SignIn;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Pages;

/// <summary>Somebody signed in by the real pages, who is given one role after another.</summary>
sealed partial class PageVisitor : IDisposable
{
    const string Password = "a calm long sentence";

    readonly IAccounts accounts;
    readonly HttpClient http;

    PageVisitor(IAccounts accounts, string url)
    {
        this.accounts = accounts;
        http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(url) };
    }

    public static async Task<PageVisitor> EnterAsync(WebApplication app, string url)
    {
        var visitor = new PageVisitor(app.Services.GetRequiredService<IAccounts>(), url);
        var phone = new AuthenticatorApp(TimeProvider.System);
        var link = app.Services.GetRequiredService<FirstRunToken>().Link(url);
        await visitor.PostAsync("/console/first", await visitor.PageAsync(new Uri(link).PathAndQuery), ("token", link.Split('=')[1]), ("name", "Bench"), ("password", Password), ("again", Password));
        var page = await visitor.PageAsync("/console/sign-in/enrol");
        phone.Scan(page);
        await visitor.PostAsync("/console/sign-in/enrol", page, ("code", phone.NextCode()));
        return visitor;
    }

    /// <summary>Asks for an address as every role, and writes what it took those who may see it.</summary>
    public async Task MeasureAsync(string path, int times)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            await BecomeAsync(role);
            var (status, _, _) = await AskAsync(path);
            if (status is HttpStatusCode.Forbidden or HttpStatusCode.Redirect)
                continue;
            await AskAsync(path);
            List<(double Milliseconds, int Bytes)> all = [];
            var budget = Stopwatch.GetTimestamp();
            while (all.Count < times && Stopwatch.GetElapsedTime(budget).TotalSeconds < 20)
                all.Add(await AskAsync(path) is var (_, milliseconds, bytes) ? (milliseconds, bytes) : default);
            double[] sorted = [.. all.Select(one => one.Milliseconds).Order()];
            var (middle, late) = (sorted[sorted.Length / 2], sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * 0.95) - 1)]);
            Console.WriteLine($"{(late > 100 ? "SLOW" : "    ")} p50 {middle,8:0.0}  p95 {late,8:0.0}  max {sorted[^1],8:0.0} ms  {all[^1].Bytes / 1000.0,7:0.0} kB  {(int)status}  {role,-16} {path}");
        }
    }

    public void Dispose() => http.Dispose();

    async Task BecomeAsync(Role role)
    {
        if (await accounts.FindAsync("Bench", default) is { } account)
            await accounts.ChangeAsync(account with { Roles = [role] }, default);
    }

    async Task<(HttpStatusCode Status, double Milliseconds, int Bytes)> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br, gzip");
        request.Headers.Add("Accept-Language", "fr");
        var since = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, Stopwatch.GetElapsedTime(since).TotalMilliseconds, bytes.Length);
    }

    async Task<string> PageAsync(string path) => await http.GetStringAsync(new Uri(path, UriKind.Relative));

    async Task PostAsync(string path, string page, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value);
        using var form = new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        if ((int)answer.StatusCode >= 400)
            throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
