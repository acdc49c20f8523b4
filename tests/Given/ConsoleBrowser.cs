using System.Net;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Given;

/// <summary>A browser of few words: cookies, the last page, and its form token.</summary>
sealed partial class ConsoleBrowser(string url) : IDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(url) };

    public HttpResponseMessage Response { get; private set; } = new();

    /// <summary>The last page, as sent.</summary>
    public string Html { get; private set; } = "";

    public string Language { get; set; } = "en";

    /// <summary>The form token of the last page.</summary>
    public string Token => WebUtility.HtmlDecode(FormToken().Match(Html).Groups[1].Value);

    public async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", Language);
        return await SeeAsync(await http.SendAsync(request));
    }

    /// <summary>Posts fields with the token of the last page and follows one redirect.</summary>
    public async Task<string> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: Token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PostAsync(path, form);
    }

    /// <summary>Uploads a file as the rounds page would, or another page that takes one.</summary>
    public async Task<string> UploadAsync(byte[] bytes, string fileName, string code, string what = "open", bool replaces = false, string to = "/console/rounds", params (string Name, byte[] Bytes)[] beside)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token), "__RequestVerificationToken" }, { new StringContent(code), "code" },
            { new StringContent(what), "do" }, { new StringContent(replaces ? "yes" : ""), "replace" }, { new ByteArrayContent(bytes), "file", fileName },
        };
        foreach (var (name, content) in beside)
            form.Add(new ByteArrayContent(content), "file", name);
        return await PostAsync(to, form);
    }

    /// <summary>Any request, with the cookies.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public async Task<byte[]> BytesAsync(string path) => await http.GetByteArrayAsync(path);

    public void Dispose() => http.Dispose();

    async Task<string> PostAsync(string path, HttpContent content)
    {
        var response = await http.PostAsync(path, content);
        await SeeAsync(response);
        return response.StatusCode == HttpStatusCode.SeeOther && response.Headers.Location is { } next ? await GetAsync(next.ToString()) : Html;
    }

    async Task<string> SeeAsync(HttpResponseMessage response)
    {
        Response = response;
        return Html = await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
