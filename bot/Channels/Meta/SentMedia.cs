using System.Net;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Fetches files that people sent: Meta gives out an address for each, good for five minutes and for our token.</summary>
sealed class SentMedia(MetaOptions options, MetaLine line)
{
    const int MostRedirects = 2;

    /// <summary>Where Meta keeps files; our token goes nowhere else.</summary>
    static readonly string[] Hosts = ["facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net"];

    static readonly Fetched Lost = new(null, IsOver: true, IsLarge: false);
    static readonly Fetched Large = new(null, IsOver: true, IsLarge: true);
    static readonly Fetched Later = new(null, IsOver: false, IsLarge: false);

    public async Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop)
    {
        // An id and no path: it comes from outside.
        if (!reference.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            return Lost;
        var answer = await line.FileAsync(reference, stop);
        if (!answer.IsGood)
            return MetaDelivery.Of(answer) is Failed { IsPermanent: true } ? Lost : Later;
        if (answer.Whole is not { } file || !Uri.TryCreate(file.Text("url"), UriKind.Absolute, out var address))
            return Later;
        return file.Number("file_size") > most ? Large : await FetchAsync(address, most, stop);
    }

    async Task<Fetched> FetchAsync(Uri address, long most, CancellationToken stop)
    {
        try
        {
            for (var redirects = 0; redirects <= MostRedirects && IsMetas(address); redirects++)
            {
                using var answer = await line.OpenAsync(address, stop);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } further)
                    address = new Uri(address, further);
                else
                    return answer.StatusCode == HttpStatusCode.OK ? await BoundedBody.ReadAsync(answer, most, stop) : (int)answer.StatusCode is 404 or 410 ? Lost : Later;
            }

            return Lost;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return Later;
        }
    }

    bool IsMetas(Uri address) => address.UserInfo.Length == 0
        && (address.GetLeftPart(UriPartial.Authority) == new Uri(options.Url).GetLeftPart(UriPartial.Authority)
            || address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Hosts.Any(host => IsUnder(address.IdnHost, host)));

    static bool IsUnder(string name, string host) => name == host || name.EndsWith("." + host, StringComparison.Ordinal);
}
