using System.Diagnostics;
using System.IO.Compression;
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

    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(11);

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

    /// <summary>Becomes one role after another, asks for every address, and writes what it took.</summary>
    public async Task MeasureAsync(IEnumerable<Role> roles, IReadOnlyList<string> paths, int times)
    {
        foreach (var role in roles)
        {
            await BecomeAsync(role);
            foreach (var path in paths)
                await MeasureAsync(role, path, times);
        }
    }

    async Task MeasureAsync(Role role, string path, int times)
    {
        var first = await AskAsync(path);
        if (first.Status is HttpStatusCode.Forbidden or HttpStatusCode.Redirect or HttpStatusCode.NotFound)
            return;
        // What is worked out aside is there some seconds later; then the page is what people see.
        for (var look = 0; look < 240 && first.IsWorking; look++)
        {
            await Task.Delay(500);
            first = await AskAsync(path);
        }

        await AskAsync(path);
        List<double> all = [];
        var (budget, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (all.Count < times && Stopwatch.GetElapsedTime(budget) < LongestLook)
            all.Add((await AskAsync(path)).Milliseconds);
        // Of this process: its pages and who asks for them, whatever neighbours do.
        var processor = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / all.Count;
        all.Sort();
        var late = all[Math.Max(0, (int)Math.Ceiling(all.Count * 0.95) - 1)];
        Console.WriteLine($"{(late > 100 ? "SLOW" : "    ")} p50 {all[all.Count / 2],8:0.0}  p95 {late,8:0.0}  max {all[^1],8:0.0}  cpu {processor,7:0.0} ms  {first.Bytes / 1000.0,7:0.0} kB  {(int)first.Status}  {role,-16} {path}");
    }

    public void Dispose() => http.Dispose();

    async Task BecomeAsync(Role role)
    {
        if (await accounts.FindAsync("Bench", default) is { } account)
            await accounts.ChangeAsync(account with { Roles = [role] }, default);
        await Task.Delay(Believed); // until the console looks at the account again
    }

    async Task<(HttpStatusCode Status, double Milliseconds, int Bytes, bool IsWorking)> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        request.Headers.Add("Accept-Language", "fr");
        var since = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        return (answer.StatusCode, took, bytes.Length, IsWorking(answer, bytes));
    }

    static bool IsWorking(HttpResponseMessage answer, byte[] bytes)
    {
        using var plain = new MemoryStream(bytes);
        using var opened = answer.Content.Headers.ContentEncoding.Contains("br") ? (Stream)new BrotliStream(plain, CompressionMode.Decompress) : plain;
        using var reader = new StreamReader(opened);
        return reader.ReadToEnd().Contains("data-test=\"working\"", StringComparison.Ordinal);
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
