using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Channels;

public sealed partial class ChatPageTests : IAsyncLifetime
{
    const int GreatestBytes = 40_000;

    WebHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await WebHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_page_is_smaller_than_40_kB_before_it_is_zipped() =>
        Assert.InRange((await host.Line.GetByteArrayAsync(new Uri("/chat?code=PRE1", UriKind.Relative))).Length, 5_000, GreatestBytes);

    [Fact]
    public async Task The_page_comes_zipped_to_who_can_read_it()
    {
        using var answer = await GetAsync(headers => headers.AcceptEncoding.ParseAdd("gzip"));
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_that_is_known_is_not_sent_again()
    {
        using var first = await GetAsync(_ => { });
        using var second = await GetAsync(headers => headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_policy_allows_the_pages_own_script_and_style_and_nothing_else()
    {
        using var answer = await GetAsync(_ => { });
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var page = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src {Hash(Script().Match(page).Groups[1].Value)};", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src {Hash(Style().Match(page).Groups[1].Value)};", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_fetches_nothing_from_elsewhere_and_writes_no_markup()
    {
        var page = await host.Line.GetStringAsync(new Uri("/chat", UriKind.Relative));
        Assert.DoesNotMatch(@"(?:src|href)=""(?!data:)", page);
        Assert.DoesNotContain("innerHTML", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Without_JavaScript_the_page_says_what_to_do(string language) =>
        Assert.Contains($"<p lang=\"{language}\">", await host.Line.GetStringAsync(new Uri("/chat", UriKind.Relative)), StringComparison.Ordinal);

    async Task<HttpResponseMessage> GetAsync(Action<HttpRequestHeaders> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/chat", UriKind.Relative));
        change(request.Headers);
        return await host.Line.SendAsync(request);
    }

    static string Hash(string piece) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(piece)))}'";

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
