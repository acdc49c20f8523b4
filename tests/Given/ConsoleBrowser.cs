using System.Net;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Given;

/// <summary>A browser of few words: cookies, the last page, and its form token.</summary>
sealed partial class ConsoleBrowser : IDisposable
{
    readonly CookieContainer cookies;
    readonly HttpClient http;

    public ConsoleBrowser(string url)
    {
        cookies = new CookieContainer();
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(url) };
    }

    string token = "";

    public HttpResponseMessage Response { get; private set; } = new();

    /// <summary>The last page, as sent.</summary>
    public string Html { get; private set; } = "";

    public string Language { get; set; } = "en";

    /// <summary>The id of the stay in the console; null when the browser has none.</summary>
    public string? StayId
    {
        get => cookies.GetAllCookies().FirstOrDefault(cookie => cookie.Name == "rbc-console")?.Value;
        set => SetCookie("rbc-console", value ?? "");
    }

    public void SetCookie(string name, string value) => cookies.Add(new Cookie(name, value, "/console", http.BaseAddress?.Host));

    /// <summary>Whether the last answer sent to the door, or is the door.</summary>
    public bool IsAtTheDoor => Response.Headers.Location?.ToString().Contains("/console/sign-in", StringComparison.Ordinal) == true || Html.Contains("data-test=\"sign-in\"", StringComparison.Ordinal);
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

    /// <summary>Posts fields with the token of the last page and follows nothing.</summary>
    public async Task PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: Token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        await SeeAsync(await http.PostAsync(path, form));
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

    /// <summary>Asks for an address, a post with the token of the last page that had one, and follows nothing.</summary>
    public async Task<HttpStatusCode> AskAsync(string method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (request.Method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token = Token is { Length: > 0 } fresh ? fresh : token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        await SeeAsync(await http.SendAsync(request));
        return Response.StatusCode;
    }

    /// <summary>Posts nothing, without a token: it changes nothing, and tells whether one may.</summary>
    public async Task<HttpStatusCode> AskWithoutTokenAsync(string path)
    {
        using var response = await http.PostAsync(path, new FormUrlEncodedContent([]));
        return response.StatusCode;
    }

    /// <summary>Any request, with the cookies.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Makes the first administrator from the link, as far as the page that asks for a second factor.</summary>
    public async Task BeginAsync(string firstRunLink)
    {
        await GetAsync(new Uri(firstRunLink).PathAndQuery);
        await SubmitAsync("/console/first", ("token", firstRunLink.Split('=')[1]), ("name", ConsoleWorld.Name), ("password", ConsoleWorld.Password), ("again", ConsoleWorld.Password));
    }

    /// <summary>Makes the first administrator from the link, sets up her second factor, and is signed in: by the real pages.</summary>
    public async Task BecomeAdministratorAsync(string firstRunLink, AuthenticatorApp phone)
    {
        await BeginAsync(firstRunLink);
        phone.Scan(Html);
        await SubmitAsync("/console/sign-in/enrol", ("code", phone.NextCode()));
    }

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
